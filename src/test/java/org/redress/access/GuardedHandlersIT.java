package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RedressTest
class GuardedHandlersIT {
    private static final List<String> GUARDED = List.of("/api/", "/epcis/", "/desk", "/admin");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void every_handler_of_the_api_and_of_staff_pages_names_the_roles_that_it_requires() {
        var guarded = handlers.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternValues().stream()
                        .anyMatch(path -> GUARDED.stream().anyMatch(path::startsWith)))
                .map(entry -> entry.getValue())
                .toList();
        assertThat(guarded).hasSizeGreaterThan(10);
        assertThat(guarded)
                .filteredOn(handler -> !isGuarded(handler))
                .extracting(HandlerMethod::getShortLogMessage)
                .isEmpty();
    }

    private static boolean isGuarded(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Requires.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Requires.class);
    }
}
