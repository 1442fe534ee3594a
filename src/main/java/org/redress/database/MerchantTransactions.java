package org.redress.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to a merchant's rows: a transaction in which row-level security shows that merchant and no other. Joins
 * a running transaction of the same merchant; refuses to cross into another's.
 */
@Component
public class MerchantTransactions {
    private static final String BOUND = MerchantTransactions.class.getName();

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    MerchantTransactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(manager);
        this.jdbc = jdbc;
    }

    public <T extends @Nullable Object> T call(MerchantId merchant, Supplier<T> work) {
        return transactions.execute(_ -> {
            enter(merchant);
            return work.get();
        });
    }

    public void run(MerchantId merchant, Runnable work) {
        transactions.executeWithoutResult(_ -> {
            enter(merchant);
            work.run();
        });
    }

    private void enter(MerchantId merchant) {
        var current = (MerchantId) TransactionSynchronizationManager.getResource(BOUND);
        if (merchant.equals(current)) {
            return;
        }
        if (current != null) {
            throw new IllegalStateException("A transaction of one merchant cannot enter another's");
        }
        jdbc.sql("SELECT set_config('redress.merchant', ?, true)")
                .param(merchant.toString())
                .query(String.class)
                .single();
        TransactionSynchronizationManager.bindResource(BOUND, merchant);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(BOUND);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(BOUND, merchant);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(BOUND);
            }
        });
    }
}
