package org.redress.claims.rest;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.access.Viewer;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a controller the {@link Step}: the claim of the address, as the caller's key may see it. */
@Configuration
class StepArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer, GlobalOperationCustomizer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Step.class);
    }

    private final ObjectProvider<Door> door;

    StepArgument(ObjectProvider<Door> door) {
        this.door = door;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Step.class;
    }

    @Override
    public Step resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (!(request.getUserPrincipal() instanceof Authentication login
                && login.getPrincipal() instanceof Viewer viewer)) {
            throw new Refused(Refusal.forbidden());
        }
        var claim = door.getObject().claim(viewer, id(request));
        return Step.of(claim, request.getHeader(HttpHeaders.IF_MATCH), viewer);
    }

    private static String id(NativeWebRequest request) {
        var variables = (Map<?, ?>) Objects.requireNonNull(
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
        return String.valueOf(variables.get("id"));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (Arrays.stream(method.getMethodParameters()).anyMatch(this::supportsParameter)) {
            operation.addParametersItem(new PathParameter()
                    .name("id")
                    .description("Its id or number")
                    .schema(new StringSchema()));
            operation.addParametersItem(new HeaderParameter()
                    .name(HttpHeaders.IF_MATCH)
                    .description("The version that the caller saw; 412 where the claim has moved on")
                    .schema(new StringSchema()));
        }
        return operation;
    }
}
