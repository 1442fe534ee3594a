package org.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.redress.claims.Claims;
import org.redress.database.MerchantTransactions;
import org.redress.investigation.Clue;
import org.redress.investigation.app.InvestigationDoor;
import org.redress.investigation.model.Findings;
import org.redress.investigation.model.Scene;
import org.redress.investigation.model.SceneReading;
import org.redress.investigation.model.Signs;
import org.redress.testing.RedressTest;
import org.redress.traces.Capture;
import org.redress.traces.Captures;
import org.redress.traces.Scale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The benchmark of accuracy reads from memory what a running product reads from its tables. */
@RedressTest
class SceneParityIT {
    private static final int LEAST = 100;

    @Autowired
    ApplicationContext product;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Captures captures;

    @Test
    void a_scene_from_the_database_says_what_the_scene_in_memory_says() {
        var season = SeasonOnRecord.simulated(4, 900);
        var remembered = season.scenes();
        var filed = season.file(
                product,
                photograph -> transactions.run(
                        season.merchant(), () -> jdbc.sql(photograph).update()));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> captures.page(season.merchant(), null, 50).items().stream()
                        .noneMatch(Capture::isRunning));
        var door = new InvestigationDoor(product);
        var claims = product.getBean(Claims.class);
        var different = new ArrayList<String>();
        for (int i = 0; i < filed.size(); i++) {
            var claim = claims.find(season.merchant(), filed.get(i)).orElseThrow();
            var kept = alone(door.scene(claim), claim.filedAt());
            compare(
                    claim.number() + " " + claim.filing().orderNumber(),
                    alone(remembered.get(i), claim.filedAt()),
                    kept,
                    different);
        }
        assertThat(filed).hasSizeGreaterThan(LEAST);
        assertThat(different).isEmpty();
    }

    /** Here all claims are filed at once, there one by one, and each scale has learned from other parcels. */
    private static Scene alone(Scene scene, Instant filedAt) {
        return new Scene(
                filedAt,
                scene.filing(),
                scene.order(),
                scene.products(),
                scene.pictures(),
                scene.trail(),
                Scale.USUAL,
                scene.shelf(),
                scene.neighbours(),
                List.of(),
                scene.answers(),
                scene.wanted());
    }

    private static void compare(String order, Scene remembered, Scene kept, List<String> different) {
        var there = SceneReading.of(remembered).map(Findings::signs).orElseGet(Signs::new);
        var here = SceneReading.of(kept).map(Findings::signs).orElseGet(Signs::new);
        for (var clue : Clue.values()) {
            if (!Objects.equals(there.of(clue), here.of(clue))) {
                different.add(
                        "%s %s: %s in memory, %s on record".formatted(order, clue, there.of(clue), here.of(clue)));
            }
        }
        if (Math.abs(Math.log(there.weightRatio() / here.weightRatio())) > 0.5
                || there.isWeighed() != here.isWeighed()) {
            different.add("%s weight: %.3f in memory, %.3f on record"
                    .formatted(order, there.weightRatio(), here.weightRatio()));
        }
        if (!Objects.equals(there.ownStock(), here.ownStock())
                || !Objects.equals(there.wholeParcel(), here.wholeParcel())) {
            different.add(order + " stock or parcel");
        }
    }
}
