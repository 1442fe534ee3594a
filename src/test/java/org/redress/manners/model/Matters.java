package org.redress.manners.model;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.manners.Matter;
import org.redress.manners.Matter.Others;
import org.redress.manners.Matter.Person;

/** What is known of the cases that these tests tell of. */
final class Matters {
    /** A Tuesday. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static final LocalDate SOONEST = LocalDate.of(2026, 11, 26);

    private static final Person CUSTOMER = new Person(
            "Carol Hughes", "carol.hughes@mail.example", "07700 900123", List.of("4 Elm Road", "York", "YO1 7HH"));

    private Matters() {}

    /** A mug of somebody who is alone in this matter. */
    static Matter mug(Locale language) {
        boolean isChinese = language.getLanguage().equals("zh");
        return new Matter(
                CUSTOMER,
                Set.of("HE-20031", "RC-7781"),
                isChinese ? List.of("蓝色马克杯", "杯子") : List.of("blue mug", "lamp"),
                null,
                true,
                true,
                TODAY,
                SOONEST,
                new Money(2_500, Currency.getInstance(isChinese ? "CNY" : "GBP")),
                Others.nobody());
    }

    static Matter asking(String question) {
        var mug = mug(Locale.ENGLISH);
        return with(mug.customer(), mug.articles(), question, mug.others());
    }

    static Matter with(Others others) {
        var mug = mug(Locale.ENGLISH);
        return with(mug.customer(), mug.articles(), null, others);
    }

    static Matter with(Person customer, List<String> articles, @Nullable String asked, Others others) {
        var mug = mug(Locale.ENGLISH);
        return new Matter(customer, mug.numbers(), articles, asked, true, true, TODAY, SOONEST, mug.most(), others);
    }
}
