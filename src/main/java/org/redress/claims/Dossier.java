package org.redress.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.orders.StockLevel;
import org.redress.remedy.RemedyChoice;
import org.redress.traces.Parcel;

/**
 * What is recorded around a claim and what follows from it, each kind of thing read once.
 *
 * @param order empty where we do not know it
 * @param products the articles of order and claim that stand in the catalogue
 * @param stock what was last reported of these articles, however long ago
 * @param flags what the law makes of it; for staff alone
 * @param containments what is held back because of it, the oldest first
 * @param atOnce whether it is offered a remedy without an agent, or why not
 * @param parcels of the order, as far as they are on record
 * @param others the other claims on the same order, the oldest first
 */
public record Dossier(
        Optional<Order> order,
        Map<Sku, Product> products,
        Map<Sku, StockLevel> stock,
        List<EvidenceItem> files,
        List<Parcel> parcels,
        List<Claim> others,
        Verification verification,
        Assessment assessment,
        List<LegalFlag> flags,
        List<Containment> containments,
        Phrase atOnce,
        RemedyChoice choice) {}
