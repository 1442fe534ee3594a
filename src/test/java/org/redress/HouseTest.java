package org.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.testing.Approved;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The house stands as docs/house.md draws it; and each rule is seen to fail where it is broken on purpose. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/gg/jte/"))
            .importPackages("org.redress");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.redress.planted");

    private static final ImportOption IN_TESTS = location -> location.contains("/test-classes/");

    private final Floors house = new Floors("org.redress", HOUSE);
    private final Floors planted = new Floors("org.redress.planted", PLANTED);

    @Test
    void every_module_stands_on_a_floor_and_every_floor_is_inhabited() {
        assertThat(house.modules())
                .containsExactlyElementsOf(
                        Floors.FLOORS.stream().flatMap(List::stream).sorted().toList());
    }

    @Test
    void nobody_looks_up_or_sideways() {
        assertThat(house.looksUpOrSideways()).isEmpty();
        assertThat(planted.looksUpOrSideways())
                .contains("org.redress.planted.kernel.LooksUp -> org.redress.planted.claims.Claim");
    }

    @Test
    void nobody_looks_into_another_module() {
        assertThat(house.looksIntoAnotherModule()).isEmpty();
        assertThat(planted.looksIntoAnotherModule())
                .contains("org.redress.planted.claims.LooksInside -> org.redress.planted.orders.store.OrderTable");
    }

    @Test
    void the_simulated_merchant_never_sees_what_the_inference_believes() {
        var merchant = HOUSE.stream()
                .filter(type -> type.getPackageName().startsWith("org.redress.rehearsal"))
                .toList();
        assertThat(merchant).extracting(JavaClass::getSimpleName).contains("Season", "Parameters");
        assertThat(merchant.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName()))
                .noneMatch(name -> name.startsWith("org.redress.investigation"));
    }

    @Test
    void within_a_module_the_model_knows_no_store_and_pages_know_only_the_root() {
        assertThat(house.leavesItsRoom()).isEmpty();
        assertThat(planted.leavesItsRoom())
                .contains(
                        "org.redress.planted.claims.model.Careless -> org.redress.planted.claims.store.ClaimTable",
                        "org.redress.planted.claims.web.Shortcut -> org.redress.planted.claims.store.ClaimTable");
    }

    @Test
    void models_are_pure() {
        assertThat(house.soilsTheModel()).isEmpty();
        assertThat(planted.soilsTheModel())
                .contains("org.redress.planted.claims.model.Careless -> org.springframework.stereotype.Indexed");
    }

    @Test
    void modules_use_only_what_they_declare_and_there_are_no_cycles() {
        ApplicationModules.of(Redress.class).verify();
        assertThatThrownBy(() ->
                        ApplicationModules.of("org.redress.planted", IN_TESTS).verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("kernel");
    }

    @Test
    void every_module_says_in_a_sentence_what_it_answers_for() {
        Approved.check(Path.of("docs", "generated", "modules.md"), picture(ApplicationModules.of(Redress.class)));
    }

    private static String picture(ApplicationModules modules) {
        var arrows = modules.stream()
                .flatMap(module -> module.getDirectDependencies(modules)
                        .uniqueModules()
                        .map(used -> "    %s --> %s".formatted(module.getIdentifier(), used.getIdentifier())))
                .sorted()
                .distinct()
                .collect(Collectors.joining("\n"));
        var names = modules.stream()
                .map(ApplicationModule::getIdentifier)
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        return """
                # The modules and what each uses

                Drawn from the code by `HouseTest`: %s.

                ```mermaid
                flowchart BT
                %s
                ```
                """.formatted(names, arrows);
    }
}
