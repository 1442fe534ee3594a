package org.redress.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** Makes the {@link Frame} (or just the {@link Words}) of a request for a controller that asks for it. */
@Component
public class FrameArgument implements HandlerMethodArgumentResolver {
    private final Languages languages;
    private final Assets assets;
    private final List<NavEntry> entries;
    private final ObjectProvider<Banner> banners;
    private final ObjectProvider<Guide> guides;

    FrameArgument(
            Languages languages,
            Assets assets,
            List<NavEntry> entries,
            ObjectProvider<Banner> banners,
            ObjectProvider<Guide> guides) {
        this.languages = languages;
        this.assets = assets;
        this.banners = banners;
        this.guides = guides;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavEntry::order))
                .toList();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Frame.class || parameter.getParameterType() == Words.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) {
            throw new IllegalStateException("Pages are served over HTTP");
        }
        return parameter.getParameterType() == Words.class ? words(servlet) : frame(servlet);
    }

    public Words words(HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        var told = zone(request);
        return languages.words(locale, told == null ? guess(locale) : told);
    }

    public Frame frame(HttpServletRequest request) {
        var words = words(request);
        var login = reader();
        var page = PageAddress.of(request);
        var flash = flash(request);
        return new Frame(
                words,
                page.path(),
                page.query(),
                csrf(request),
                login == null ? null : login.getName(),
                login == null ? List.of() : navigation(login, page.path(), words),
                "true".equals(request.getHeader("HX-Request")) && request.getHeader("HX-Boosted") == null,
                Themes.chosen(request),
                flash == null ? null : new Frame.Notice(words.say(flash.says()), flash.good(), flash.undo()),
                flash == null ? Flash.Typed.NOTHING : flash.typed(),
                zone(request) != null,
                assets.folder(),
                login == null
                        ? List.of()
                        : banners.orderedStream()
                                .flatMap(banner -> banner.says().stream())
                                .map(words::say)
                                .toList(),
                login == null ? null : manual(page.path()));
    }

    private Frame.@Nullable Manual manual(String path) {
        var guide = guides.getIfAvailable();
        return guide == null
                ? null
                : new Frame.Manual(guide.contents(), guide.about(path).orElse(null));
    }

    private static @Nullable Authentication reader() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login == null || !login.isAuthenticated() || login instanceof AnonymousAuthenticationToken
                ? null
                : login;
    }

    private List<Frame.Nav> navigation(Authentication login, String path, Words words) {
        var authorities = login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        var open = entries.stream()
                .filter(entry -> entry.authorities().stream().anyMatch(authorities::contains))
                .toList();
        var current = open.stream()
                .map(NavEntry::href)
                .filter(href -> isUnder(path, href))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return open.stream()
                .map(entry -> new Frame.Nav(
                        words.say(entry.key()), entry.href(), current.equals(entry.href()), entry.isUnderOnesName()))
                .toList();
    }

    private static boolean isUnder(String path, String href) {
        return path.equals(href) || path.startsWith(href + "/");
    }

    private static Frame.@Nullable Csrf csrf(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? null : new Frame.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken());
    }

    private static @Nullable Flash flash(HttpServletRequest request) {
        var carried = RequestContextUtils.getInputFlashMap(request);
        return carried != null && carried.get(Flash.NAME) instanceof Flash flash ? flash : null;
    }

    /** The browser tells its time zone in a cookie, after its first page. */
    private static @Nullable ZoneId zone(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, "zone");
        try {
            return cookie == null ? null : ZoneId.of(cookie.getValue().replace("%2F", "/"));
        } catch (DateTimeException unknownZone) {
            return null;
        }
    }

    private static ZoneId guess(Locale locale) {
        return Languages.nearest(locale).equals(Languages.CHINESE) ? ZoneId.of("Asia/Shanghai") : ZoneOffset.UTC;
    }
}
