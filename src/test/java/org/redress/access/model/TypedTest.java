package org.redress.access.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.access.MerchantForm;
import org.redress.access.Role;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;

class TypedTest {
    private static final MerchantId ID = new MerchantId(UUID.randomUUID());

    private final Typed typed = new Typed();

    @Test
    void an_email_is_stripped_and_in_lower_case() {
        assertThat(Typed.asEmail("  Jo.Reed@Example.ORG ")).contains("jo.reed@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "jo", "jo@", "@example.org", "a b@example.org", "jo\0@example.org", "j\u0130@example.org"})
    void what_is_no_email_is_refused(String text) {
        assertThat(Typed.asEmail(text)).isEmpty();
    }

    @Test
    void a_password_has_twelve_characters_and_fits_into_the_hash() {
        typed.password("x".repeat(12));
        typed.password("猫".repeat(24));
        assertThat(typed.hasFaults()).isFalse();
        for (var bad : new String[] {"x".repeat(11), "x".repeat(73), "猫".repeat(25), "twelve char\0s"}) {
            var one = new Typed();
            one.password(bad);
            assertThat(one.hasFaults()).as(bad).isTrue();
        }
    }

    @Test
    void staff_never_hold_a_role_of_programs() {
        typed.rolesOfStaff(Set.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.WAREHOUSE));
        assertThat(typed.hasFaults()).isFalse();
        for (var role : EnumSet.of(Role.INTEGRATOR, Role.CUSTOMER_VOICE)) {
            var one = new Typed();
            one.rolesOfStaff(Set.of(Role.AGENT, role));
            assertThat(one.hasFaults()).as(role.name()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "-a", "a-", "a--b", "Upper", "ä1", "a/b", "a\0", "a2345678901234567890123456789012345678901"
            })
    void a_slug_is_plain(String slug) {
        assertThat(Typed.isSlug(slug)).isFalse();
        assertThat(Typed.isSlug("blue-harbour-2")).isTrue();
    }

    @Test
    void all_faults_of_a_merchant_are_said_at_once() {
        assertThatThrownBy(() -> typed.merchant(ID, new MerchantForm("?", " ", "tlh", "Mars/Base", "XYZ")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.refusal().faults())
                                .extracting(Refusal.Fault::pointer)
                                .containsExactly("/slug", "/merchant", "/language", "/zone", "/currency"));
    }

    @Test
    void a_currency_without_a_smallest_unit_is_refused() {
        assertThatThrownBy(() -> typed.merchant(ID, new MerchantForm("blue", "Blue", "en", "UTC", "XAU")))
                .isInstanceOf(Refused.class);
    }
}
