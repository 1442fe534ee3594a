package org.redress.rehearsal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceKind;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Clue;
import org.redress.investigation.Investigation;
import org.redress.investigation.Investigations;
import org.redress.investigation.Mechanism;
import org.redress.investigation.Stage;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Problem;
import org.redress.rehearsal.SampleTour;
import org.redress.rehearsal.model.SampleSeason;
import org.redress.rehearsal.model.warehouse.Cause;
import org.redress.rehearsal.model.warehouse.Incident;
import org.redress.testing.Api;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What is found out about the sample merchant's last week, beside what really happened. On a database of its own. */
@RedressTest
@TestPropertySource(properties = {"redress.sample=true", "spring.application.name=sample-cause"})
@DirtiesContext
class SampleCauseIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    SampleData data;

    @Autowired
    SampleTour tour;

    @Autowired
    Claims claims;

    @Autowired
    Evidence evidence;

    @Autowired
    Investigations investigations;

    @LocalServerPort
    int port;

    @Test
    void the_label_of_the_lot_is_named_with_the_orders_that_it_touched_and_a_count_establishes_it() {
        var season = data.season();
        var lot = season.incident(Cause.IL);
        season.complaints().forEach(complaint -> filed(complaint.orderNumber()));
        var third = fileAsTheTourSays(season);

        var found = concluded(
                third,
                each -> each.facts().stream()
                        .filter(fact -> fact.clue() == Clue.CODE_AS_ORDERED || fact.clue() == Clue.REPEATED)
                        .allMatch(fact -> Boolean.TRUE.equals(fact.present())));
        assertThat(found.status()).isEqualTo(Investigation.Status.PROBABLE);
        assertThat(found.leadingStage()).isEqualTo(Stage.STOCK);
        assertThat(found.leading().mechanism()).isEqualTo(Mechanism.IL);
        assertThat(found.avoid().lots()).contains(lot.scope().lot());
        assertThat(found.avoid().slots()).contains(lot.scope().slot());
        assertThat(found.facts())
                .filteredOn(fact -> fact.clue() == Clue.REPEATED)
                .allMatch(fact -> Boolean.TRUE.equals(fact.present()));

        var atRisk = found.atRisk().stream().map(AtRisk::orderNumber).toList();
        var truly = othersOf(lot, season.untold().orderNumber());
        assertThat(atRisk.stream().filter(truly::contains).count() * 10).isGreaterThanOrEqualTo(truly.size() * 9L);
        assertThat(atRisk.stream().filter(truly::contains).count() * 3).isGreaterThanOrEqualTo(atRisk.size());
        assertThat(found.atRisk()).anyMatch(order -> !order.shipped());

        var api = Api.sample(port);
        var task = api.post("/api/v1/claims/" + third + "/tasks", "{\"question\": \"RECOUNT\"}")
                .is(201);
        assertThat(task.text("/task/slot")).isEqualTo(lot.scope().slot());
        api.post(
                        "/api/v1/tasks/" + task.text("/task/id") + "/answer",
                        "{\"counted\": 20, \"otherCounted\": 2, \"expected\": 22}")
                .is(200);
        var counted = concluded(third, each -> each.status() == Investigation.Status.ESTABLISHED);
        assertThat(counted.leading().mechanism()).isEqualTo(Mechanism.IL);
    }

    @Test
    void the_other_side_of_the_exchanged_parcels_is_found_before_it_complains() {
        var exchanged = data.season().incident(Cause.LS).affected();
        var claim = filed(exchanged.getFirst().orderNumber());
        var found = concluded(claim.id(), each -> each.counterpart() != null);
        // The other parcel is named before it is sure that both were exchanged at the bench.
        assertThat(found.status()).isEqualTo(Investigation.Status.UNDETERMINED);
        assertThat(found.leadingStage()).isEqualTo(Stage.PACK);
        assertThat(found.counterpart())
                .isNotNull()
                .extracting(Investigation.Counterpart::orderNumber, Investigation.Counterpart::claim)
                .containsExactly(exchanged.getLast().orderNumber(), null);
    }

    @Test
    void the_hand_in_the_wrong_slot_is_found_at_picking() {
        var claim = filed(data.season().incident(Cause.PA).affected().getFirst().orderNumber());
        var found = concluded(claim.id(), each -> each.status() != Investigation.Status.UNDETERMINED);
        assertThat(found.status()).isEqualTo(Investigation.Status.PROBABLE);
        assertThat(found.leadingStage()).isEqualTo(Stage.PICK);
    }

    private static List<String> othersOf(Incident incident, String own) {
        return incident.affected().stream()
                .map(Incident.Affected::orderNumber)
                .filter(number -> !number.equals(own))
                .toList();
    }

    private MerchantId demo() {
        return data.merchant().orElseThrow().id();
    }

    private Claim filed(String orderNumber) {
        var ofOrder = new ClaimSearch(null, null, Set.of(), orderNumber, null, ClaimSearch.Sort.FILED, null, 1);
        return await().atMost(PATIENCE)
                .until(() -> claims.search(demo(), ofOrder).items(), items -> !items.isEmpty())
                .getFirst();
    }

    private Investigation concluded(UUID claim, Predicate<Investigation> enough) {
        return await().atMost(PATIENCE)
                .until(() -> investigations.of(claims.find(demo(), claim).orElseThrow()), enough);
    }

    private UUID fileAsTheTourSays(SampleSeason season) {
        var stop = tour.stops().stream()
                .filter(each -> each.orderNumber().equals(season.untold().orderNumber()))
                .findFirst()
                .orElseThrow();
        var label =
                new ByteArrayInputStream(tour.photo(stop.photos().getFirst()).orElseThrow());
        var photo = evidence.receive(demo(), stop.photos().getFirst(), label).id();
        var filing = new Filing(
                stop.orderNumber(),
                null,
                new Filing.Contact(null, stop.email(), null),
                Channel.PORTAL,
                "",
                Demand.RESHIP,
                null,
                null,
                null,
                List.of(new Filing.Line(
                        season.mislabelled().product().sku(),
                        1,
                        Problem.WRONG_VARIANT,
                        new Filing.Received(season.underTheLabel().product().sku(), null, null, 1))),
                Locale.ENGLISH,
                Map.of(photo, EvidenceKind.ITEM_BARCODE));
        return claims.file(demo(), filing, new Actor.Customer()).claim().id();
    }
}
