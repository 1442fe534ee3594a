package org.redress.ui.web;

import com.fasterxml.jackson.databind.introspect.Annotated;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.redress.ui.Frame;
import org.redress.ui.ProblemJson;
import org.redress.ui.Takes;
import org.redress.ui.Words;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/**
 * The OpenAPI document, drawn from the code: bodies are wire records, whose components that are not {@code @Nullable}
 * are required, and everything that goes wrong is a problem of RFC 9457.
 */
@Configuration
class ApiDocument implements GlobalOperationCustomizer, GlobalOpenApiCustomizer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Words.class, Frame.class);
    }

    private final Map<String, Schema<?>> schemas = new ConcurrentHashMap<>();

    @Bean
    static ModelResolver wireRecords(ObjectMapperProvider mappers) {
        return new WireRecords(mappers);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var takes = method.getMethodAnnotation(Takes.class);
        if (takes != null) {
            operation.setRequestBody(
                    new RequestBody().required(!takes.optional()).content(content("application/json", takes.value())));
        }
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("What is wrong, and where")
                                .content(content("application/problem+json", ProblemJson.class)));
        return operation;
    }

    private Content content(String mediaType, Class<?> type) {
        var resolved =
                ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
        resolved.referencedSchemas.forEach(schemas::put);
        return new Content().addMediaType(mediaType, new MediaType().schema(resolved.schema));
    }

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(new Info()
                .title("Redress")
                .version("1")
                .description("Claims about wrongly shipped orders, from the evidence to a confirmed, executed remedy.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        document.setServers(List.of(new Server().url("/")));
        schemas.forEach(document.getComponents()::addSchemas);
    }

    private static final class WireRecords extends ModelResolver {
        WireRecords(ObjectMapperProvider mappers) {
            super(mappers.jsonMapper(), new Names());
            openapi31(mappers.isOpenapi31());
        }

        @Override
        protected @Nullable List<String> resolveRequiredProperties(
                Annotated type,
                Annotation @Nullable [] annotations,
                io.swagger.v3.oas.annotations.media.@Nullable Schema schema) {
            return type.getRawType().isRecord()
                    ? Arrays.stream(type.getRawType().getRecordComponents())
                            .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .map(RecordComponent::getName)
                            .toList()
                    : super.resolveRequiredProperties(type, annotations, schema);
        }
    }

    /** Records inside others are called by both names, since many a wire record has a {@code Line} of its own. */
    private static final class Names extends TypeNameResolver {
        @Override
        protected String getNameOfClass(Class<?> type) {
            var outer = type.getEnclosingClass();
            return outer == null ? type.getSimpleName() : getNameOfClass(outer) + type.getSimpleName();
        }
    }
}
