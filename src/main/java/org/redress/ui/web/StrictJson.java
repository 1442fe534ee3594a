package org.redress.ui.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the body of a request is read: nothing is dropped, cut off or guessed. An unknown field, "3" for 3, 1.5 for a
 * count, a key that stands twice: each is refused with its place. A component of a wire record that is not
 * {@code @Nullable} must be there.
 */
@Configuration
class StrictJson {
    @Bean
    static ServerHttpMessageConvertersCustomizer strictBodies(JsonMapper mapper) {
        var strict = mapper.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .annotationIntrospector(
                        new AnnotationIntrospectorPair(new JacksonAnnotationIntrospector(), new Presence()))
                .build();
        return builder -> builder.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }

    /** Reads JSpecify: what is not nullable must be there and must not be null. */
    private static final class Presence extends NopAnnotationIntrospector {
        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedMember member && isRequired(member)
                    ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                    : JsonSetter.Value.empty();
        }

        private static boolean isRequired(AnnotatedMember member) {
            var owner = member.getDeclaringClass();
            return owner.isRecord()
                    && isNullMarked(owner)
                    && component(owner, member)
                            .map(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .orElse(false);
        }

        private static Optional<RecordComponent> component(Class<?> owner, AnnotatedMember member) {
            var components = owner.getRecordComponents();
            if (member instanceof AnnotatedParameter parameter) {
                return parameter.getOwner().getParameterCount() == components.length
                        ? Optional.of(components[parameter.getIndex()])
                        : Optional.empty();
            }
            return Arrays.stream(components)
                    .filter(component -> component.getName().equals(member.getName()))
                    .findFirst();
        }

        private static boolean isNullMarked(Class<?> type) {
            for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
                if (outer.isAnnotationPresent(NullMarked.class)) {
                    return true;
                }
            }
            return type.getPackage().isAnnotationPresent(NullMarked.class);
        }
    }
}
