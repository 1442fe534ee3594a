package org.redress.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
class MerchantTransactionsIT {
    private static final String CURRENT = "SELECT coalesce(current_setting('redress.merchant', true), '')";

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_merchant_is_set_within_the_transaction_and_forgotten_after_it() {
        var merchant = new MerchantId(Ids.next());
        var within = transactions.call(
                merchant, () -> jdbc.sql(CURRENT).query(String.class).single());
        assertThat(within).isEqualTo(merchant.toString());
        assertThat(jdbc.sql(CURRENT).query(String.class).single()).isEmpty();
    }

    @Test
    void a_transaction_of_one_merchant_cannot_enter_another_s() {
        assertThatThrownBy(() -> transactions.run(
                        new MerchantId(Ids.next()), () -> transactions.run(new MerchantId(Ids.next()), () -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_application_works_as_a_role_that_cannot_bypass_row_level_security() {
        assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("redress_app");
        assertThat(jdbc.sql("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }
}
