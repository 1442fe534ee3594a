package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.claims.Feelings;
import org.redress.correspondence.Messages;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.manners.Mood;
import org.redress.testing.Api;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;

/** How customers feel is heard in their words, for whoever answers them and for nobody else. */
@RedressTest
class FeelingsIT extends AtTheDesk {
    private static final String FURIOUS = "I am FURIOUS: I ordered red mugs and blue ones came.";

    private Api.Answer filed(String order, String statement) {
        shop().order(order);
        var filing = Shop.filing(order, 1).replace("I ordered red mugs and blue ones came.", statement);
        return api.post("/api/v1/claims", filing).is(201);
    }

    private void says(Api.Answer claim, String words, Actor actor) {
        context.getBean(Messages.class).write(merchant, id(claim), Ids.next(), words, actor);
    }

    private static UUID id(Api.Answer claim) {
        return UUID.fromString(claim.text("/id"));
    }

    private List<Mood> felt(Api.Answer claim) {
        return context
                .getBean(Feelings.class)
                .of(merchant, List.of(id(claim)))
                .getOrDefault(id(claim), List.of())
                .stream()
                .map(Feelings.Feeling::mood)
                .toList();
    }

    private static void shows(Page desk, Api.Answer claim, String mood, String words) {
        desk.navigate("/desk/claims");
        assertThat(desk.locator("#c-" + claim.text("/id") + " .q-state")).containsText(mood);
        desk.navigate("/desk/claims/" + claim.text("/id"));
        assertThat(desk.locator(".feelings")).containsText(mood);
        assertThat(desk.locator(".feelings q").first()).hasText(words);
    }

    @Test
    void angry_words_stand_in_the_queue_and_on_the_case_and_calm_ones_do_not() {
        var angry = filed("FEEL-1", FURIOUS);
        var calm = filed("FEEL-2", "I ordered red mugs and blue ones came.");
        var desk = agent();
        shows(desk, angry, "Upset", "furious");
        desk.navigate("/desk/claims/" + calm.text("/id"));
        assertThat(desk.locator(".feelings")).hasCount(0);

        says(calm, "If nothing happens I go to my lawyer.", new Actor.Customer());
        shows(desk, calm, "Thinks of court or authority", "lawyer");
        says(calm, "Thank you, that sounds good to me.", new Actor.Customer());
        shows(desk, calm, "Thinks of court or authority", "lawyer");

        // The gravest is the one that the queue shows.
        says(angry, "My lawyer will write to you.", new Actor.Customer());
        shows(desk, angry, "Thinks of court or authority", "lawyer");
        assertThat(felt(angry)).containsExactly(Mood.AUTHORITY, Mood.UPSET);
    }

    @Test
    void what_is_said_with_an_answer_is_heard_too_and_what_we_say_ourselves_is_not() {
        var claim = filed("FEEL-3", "I ordered red mugs and blue ones came.");
        says(claim, "I understand that you are furious, and I am sorry.", new Actor.Staff(new UUID(1, 1), "Ann"));
        assertThat(felt(claim)).isEmpty();
        var offer = shop().offer(claim.text("/id"), "12.50", 1);
        var visitor = Visitor.at(port, "en");
        var track = URI.create(claim.text("/trackUrl")).getPath();
        visitor.get(track);
        assertThat(visitor.post(
                                track + "/offers/" + offer + "/decline",
                                Map.of("note", "This is ridiculous.", "seen", "99"))
                        .status())
                .isEqualTo(303);
        await().until(() -> felt(claim).equals(List.of(Mood.UPSET)));
    }

    @Test
    void neither_the_customer_nor_another_program_nor_another_merchant_is_told_of_it() {
        var claim = filed("FEEL-4", FURIOUS);
        assertThat(felt(claim)).containsExactly(Mood.UPSET);
        var track = URI.create(claim.text("/trackUrl")).getPath();
        assertThat(Visitor.at(port, "en").get(track).body())
                .contains(claim.text("/number"), FURIOUS)
                .doesNotContain("Upset", "feelings");
        assertThat(api.get("/api/v1/claims/" + claim.text("/id")).is(200).body().toString())
                .doesNotContainIgnoringCase("upset")
                .doesNotContainIgnoringCase("mood");

        var stranger = OwnMerchant.found(context.getBean(Merchants.class));
        assertThat(context.getBean(Feelings.class).of(stranger, List.of(id(claim))))
                .isEmpty();
        var desk = goingHome(OwnMerchant.agent(context, port, stranger));
        assertThat(desk.navigate("/desk/claims/" + claim.text("/id")).status()).isEqualTo(404);
    }
}
