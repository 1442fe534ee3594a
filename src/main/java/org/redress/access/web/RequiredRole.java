package org.redress.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.redress.access.Requires;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Enforces {@link Requires}. */
@Component
class RequiredRole implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var requires = method.getMethodAnnotation(Requires.class);
            if (requires == null) {
                requires = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Requires.class);
            }
            if (requires != null && !isHeld(requires)) {
                throw new Refused(Refusal.forbidden());
            }
        }
        return true;
    }

    private static boolean isHeld(Requires requires) {
        var viewer = ViewerArgument.current();
        return viewer != null && Arrays.stream(requires.value()).anyMatch(viewer::has);
    }
}
