package org.redress.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.redress.ui.Assets;
import org.redress.ui.FrameArgument;
import org.redress.ui.Languages;
import org.redress.ui.Themes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

@Configuration
class WebSetup implements WebMvcConfigurer {
    private final ObjectProvider<FrameArgument> frames;
    private final Themes themes;
    private final Assets assets;

    WebSetup(ObjectProvider<FrameArgument> frames, Themes themes, Assets assets) {
        this.frames = frames;
        this.themes = themes;
        this.assets = assets;
    }

    /** Each module keeps its texts in {@code words/<module>.properties} and {@code words/<module>_zh.properties}. */
    @Bean
    static MessageSource messageSource() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:words/*_zh.properties");
        var source = new ResourceBundleMessageSource();
        source.setBasenames(Arrays.stream(files)
                .map(file -> "words/" + String.valueOf(file.getFilename()).replace("_zh.properties", ""))
                .toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    @Bean
    static LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("lang");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(WebSetup::accepted);
        return resolver;
    }

    /** The first of the accepted languages that is ours; a request that names none is answered in English. */
    private static Locale accepted(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Languages.ENGLISH
                : Languages.nearest(Collections.list(request.getLocales()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language).excludePathPatterns("/error");
        registry.addInterceptor(themes).excludePathPatterns("/error");
        registry.addInterceptor(new StorableText()).excludePathPatterns("/error");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(frames.getObject());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var forever = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(forever);
        registry.addResourceHandler(assets.folder() + "/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(forever);
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.noCache());
    }
}
