package org.redress.settlement.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.settlement.Step;
import org.redress.settlement.StockCorrection;
import org.redress.settlement.model.Outcome;

class HttpStockBookTest {
    private static final MerchantId MERCHANT = new MerchantId(new UUID(0, 1));

    private final StubPartner partner = new StubPartner();
    private final HttpStockBook book = new HttpStockBook(partner.url(), "secret", "", InstantSource.system());

    @AfterEach
    void close() {
        partner.close();
    }

    @Test
    void a_correction_names_article_units_reason_and_return_and_is_booked_once() {
        var correction = new StockCorrection(
                MERCHANT,
                new UUID(0, 2),
                new UUID(0, 3),
                1,
                new UUID(0, 4),
                "K7QM-29XF",
                new Sku("MUG-BLUE"),
                -1,
                StockCorrection.Stock.SELLABLE,
                StockCorrection.Reason.LEFT_INSTEAD,
                Step.State.PENDING,
                null,
                1,
                0,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                1);
        partner.then(new StubPartner.Next.DropAfterDoing());
        assertThat(book.correct(MERCHANT, correction.key(), correction)).isInstanceOf(Outcome.Unreachable.class);
        assertThat(book.correct(MERCHANT, correction.key(), correction)).isInstanceOf(Outcome.Confirmed.class);
        assertThat(book.status(MERCHANT, correction.key())).isInstanceOf(Outcome.Confirmed.class);
        assertThat(partner.done()).containsOnlyKeys(correction.key());
        assertThat(partner.seen().getFirst().path()).isEqualTo("/v1/stock-corrections");
        assertThat(partner.seen().getFirst().body())
                .isEqualTo("{\"sku\":\"MUG-BLUE\",\"units\":-1,\"stock\":\"SELLABLE\",\"reason\":\"LEFT_INSTEAD\","
                        + "\"rma\":\"K7QM-29XF\"}");
    }
}
