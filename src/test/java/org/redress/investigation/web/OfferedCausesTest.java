package org.redress.investigation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.claims.CauseCode.*;
import static org.redress.investigation.Mechanism.*;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.claims.CauseCode;
import org.redress.claims.Conclusion.Avoid;
import org.redress.investigation.Investigation;
import org.redress.investigation.Investigation.Status;
import org.redress.investigation.Mechanism;

class OfferedCausesTest {
    private static List<CauseCode> offered(Status status, @Nullable Mechanism confirmed, Mechanism... likeliest) {
        var found = new Investigation(
                status,
                List.of(new Investigation.InStage(likeliest[0].stage(), .96)),
                Arrays.stream(likeliest)
                        .map(each -> new Investigation.InMechanism(each, .3))
                        .toList(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                Set.of(),
                Avoid.NOTHING,
                List.of(),
                confirmed,
                Instant.EPOCH);
        return OfferedCauses.of(found, List.of(likeliest));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNDETERMINED", "PROBABLE"})
    void nobody_is_blamed_with_one_tap_before_it_is_established(Status status) {
        assertThat(offered(status, null, PA, PV)).containsExactly(OD_04, WH_02);
        assertThat(offered(status, null, LS)).containsExactly(WH_04);
    }

    @Test
    void once_it_is_established_people_come_after_the_processes_and_only_those_of_the_stage() {
        assertThat(offered(Status.ESTABLISHED, null, PA, LS)).containsExactly(OD_04, WH_02, WH_04, PE_01);
        assertThat(offered(Status.ESTABLISHED, null, LS, PA)).containsExactly(WH_04, OD_04, WH_02, PE_02, PE_03);
        assertThat(offered(Status.ESTABLISHED, null, IL, PA)).containsExactly(WH_04, OD_04, WH_02);
    }

    @Test
    void once_a_person_has_said_it_nothing_is_offered() {
        assertThat(offered(Status.CONFIRMED, PA, PA)).isEmpty();
    }
}
