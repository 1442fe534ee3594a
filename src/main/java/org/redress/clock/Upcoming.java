package org.redress.clock;

import java.time.Instant;
import java.util.Optional;
import org.redress.kernel.MerchantId;

/** What happens in a module by time alone, such as a clock that warns: declare it as a bean. */
public interface Upcoming {
    /** The next after now. */
    Optional<Instant> next(MerchantId merchant, Instant now);
}
