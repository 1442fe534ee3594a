package org.redress.access.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.stream.Stream;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.ui.NavEntry;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What access adds to every controller, and its places in the navigation. */
@Configuration
class AccessWeb implements WebMvcConfigurer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
    }

    private final ViewerArgument viewers;
    private final RequiredRole requiredRole;

    AccessWeb(ViewerArgument viewers, RequiredRole requiredRole) {
        this.viewers = viewers;
        this.requiredRole = requiredRole;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(viewers);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(requiredRole);
    }

    @Bean
    static NavEntry accountsEntry() {
        return new NavEntry("access.nav.accounts", AccountPages.PATH, 80, Role.ADMIN.authority());
    }

    @Bean
    static NavEntry keysEntry() {
        return new NavEntry("access.nav.keys", KeyPages.PATH, 81, Role.ADMIN.authority());
    }

    @Bean
    static NavEntry settingsEntry() {
        return new NavEntry("access.nav.settings", SettingsPages.PATH, 82, Role.ADMIN.authority());
    }

    @Bean
    static NavEntry merchantsEntry() {
        return new NavEntry("access.nav.merchants", MerchantPages.PATH, 83, StaffLogin.OPERATOR);
    }

    /** The document says how to show a key, and how to repeat a POST safely. */
    @Bean
    static OpenApiCustomizer keyInDocument() {
        return document -> {
            if (document.getComponents() == null) {
                document.setComponents(new Components());
            }
            document.getComponents()
                    .addSecuritySchemes(
                            "apiKey",
                            new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
            document.addSecurityItem(new SecurityRequirement().addList("apiKey"));
            document.getPaths().values().stream()
                    .flatMap(path -> Stream.ofNullable(path.getPost()))
                    .forEach(post -> post.addParametersItem(new HeaderParameter()
                            .name("Idempotency-Key")
                            .description("The same key and body gets the first answer again")
                            .schema(new StringSchema().maxLength(255))));
        };
    }
}
