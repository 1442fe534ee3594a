package org.redress.correspondence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;

/**
 * Texts to begin a message with, in both languages (domain.md R54, R57, R63-R78). Some come with the product; a shop
 * writes its own, or its own version of these. Every version is kept.
 */
public interface MessageTemplates {
    int LONGEST_NAME = 80;

    /** Characters of a body. What a case fills in comes on top of it, and a message has room for {@link Messages#LONGEST}. */
    int LONGEST_BODY = 6_000;

    /** Templates that a shop may have of its own. */
    int MOST = 200;

    /**
     * What somebody types to write a version.
     *
     * @param purpose a name of {@link org.redress.manners.Draft.Purpose}
     * @param from a day as {@code 2026-12-31} in the shop’s time zone, or blank: at once
     */
    record Form(String name, String purpose, String body, String from) {}

    /** Those in the language of the claim, the fitting ones first. */
    List<TemplateChoice> forClaim(Claim claim);

    /**
     * A draft in the language of the claim. Whatever the case lacks, it does not fail.
     *
     * @param writer whose name may stand in it
     * @throws org.redress.kernel.Refused ABSENT where there is no such claim or no such template for it
     */
    Start begin(Viewer writer, UUID claim, String template);

    /** All of a shop, those that come with the product first. */
    List<MessageTemplate> all(MerchantId merchant);

    Optional<MessageTemplate> find(MerchantId merchant, String template);

    /** The newest first; of what comes with the product the last is number 0. */
    List<TemplateVersion> versions(MerchantId merchant, String template, Locale language);

    /**
     * Writes the next version.
     *
     * @param template null for a new one
     * @param seen the number of the version that the writer saw last
     * @throws org.redress.kernel.Refused INVALID with the fields {@code /name}, {@code /purpose}, {@code /body} (each
     *     fault with its place) and {@code /from}; CONFLICT where somebody else wrote a version meanwhile or there are too
     *     many; ABSENT
     */
    TemplateVersion save(
            MerchantId merchant, @Nullable String template, Locale language, Form form, int seen, Actor author);

    /**
     * Says again what an old version said, as the next version, at once. Of a retired one also its return.
     *
     * @throws org.redress.kernel.Refused CONFLICT, ABSENT
     */
    TemplateVersion restore(MerchantId merchant, String template, Locale language, int version, int seen, Actor author);

    /**
     * Agents do not get it any more; it can be restored.
     *
     * @throws org.redress.kernel.Refused CONFLICT, ABSENT
     */
    TemplateVersion retire(MerchantId merchant, String template, Locale language, int seen, Actor author);

    /**
     * How a body reads on a made-up case.
     *
     * @param known whether of this case everything is known, or only what is always known
     * @throws org.redress.kernel.Refused INVALID with the field {@code /body}
     */
    Drafted preview(MerchantId merchant, Locale language, String body, boolean known);

    /** What a gap is filled with on that made-up case. */
    Map<TemplateGap, String> example(MerchantId merchant, Locale language);

    /** What became of a text, word by word and, in Chinese, character by character. */
    List<TextPart> compare(String before, String after);
}
