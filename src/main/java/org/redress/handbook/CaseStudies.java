package org.redress.handbook;

import java.util.List;
import org.redress.kernel.MerchantId;

/** Where questions find cases: declare it as a bean. */
public interface CaseStudies {
    /** A few of this kind, unlike each other as far as there are such; none where there are none to learn from. */
    List<CaseStudy> of(MerchantId merchant, Class<? extends CaseStudy> kind);
}
