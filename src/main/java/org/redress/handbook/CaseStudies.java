package org.redress.handbook;

import java.util.List;
import org.redress.kernel.MerchantId;

/** Where questions find cases: declare it as a bean. */
public interface CaseStudies {
    /** Some, the latest first; none where there are none to learn from. */
    List<CaseStudy> of(MerchantId merchant);
}
