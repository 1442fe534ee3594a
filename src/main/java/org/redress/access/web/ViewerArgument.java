package org.redress.access.web;

import org.jspecify.annotations.Nullable;
import org.redress.access.Viewer;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the {@link Viewer}. On a public page nobody is logged in: there the parameter is {@code @Nullable}. */
@Component
class ViewerArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var viewer = current();
        if (viewer == null && !parameter.isOptional()) {
            throw new Refused(Refusal.forbidden());
        }
        return viewer;
    }

    static @Nullable Viewer current() {
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login != null && login.getPrincipal() instanceof Viewer viewer ? viewer : null;
    }
}
