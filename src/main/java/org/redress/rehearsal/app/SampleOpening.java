package org.redress.rehearsal.app;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the sample shops on the first start, before the server says that it is ready. */
@Component
@Order(100)
@ConditionalOnProperty(name = "redress.sample", havingValue = "true", matchIfMissing = true)
class SampleOpening implements ApplicationRunner {
    private final SampleData data;

    SampleOpening(SampleData data) {
        this.data = data;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        data.merchant().ifPresent(merchant -> {
            var shop = data.shop();
            if (!data.isLoaded(merchant, shop)) {
                data.load(merchant, shop);
            }
            var season = data.season();
            if (!data.isLoaded(merchant, season)) {
                data.load(merchant, season);
            }
        });
    }
}
