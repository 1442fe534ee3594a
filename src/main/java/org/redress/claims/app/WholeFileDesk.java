package org.redress.claims.app;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.access.Account;
import org.redress.access.Accounts;
import org.redress.access.Merchants;
import org.redress.access.Viewer;
import org.redress.claims.CaseChapter;
import org.redress.claims.Claim;
import org.redress.claims.ClaimRecord;
import org.redress.claims.Claims;
import org.redress.claims.Dossier;
import org.redress.claims.Offer;
import org.redress.claims.WholeFile;
import org.redress.claims.WholeFiles;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.remedy.RemedyPlan;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;

@Component
class WholeFileDesk implements WholeFiles {
    private final MerchantTransactions transactions;
    private final Claims claims;
    private final Accounts accounts;
    private final Merchants merchants;
    private final Products products;
    private final ClaimRecord records;
    private final List<CaseChapter> chapters;
    private final FilePress press;
    private final FileArchive archive;

    WholeFileDesk(
            MerchantTransactions transactions,
            Claims claims,
            Accounts accounts,
            Merchants merchants,
            Products products,
            ClaimRecord records,
            List<CaseChapter> chapters,
            FilePress press,
            FileArchive archive) {
        this.transactions = transactions;
        this.claims = claims;
        this.accounts = accounts;
        this.merchants = merchants;
        this.products = products;
        this.records = records;
        this.chapters = chapters.stream()
                .sorted(Comparator.comparingInt(CaseChapter::order))
                .toList();
        this.press = press;
        this.archive = archive;
    }

    @Override
    public WholeFile forStaff(Claim claim, Viewer viewer, Words words) {
        var merchant = claim.merchant();
        // One transaction for the whole file: everything in it sees the same moment.
        return transactions.call(merchant, () -> {
            var dossier = claims.dossier(claim);
            var names = names(claim, dossier);
            var parts = new StaffChapters(
                    claim,
                    dossier,
                    claims.timeline(merchant, claim.id()),
                    roles(accounts.all(merchant), words),
                    sku -> {
                        var product = names.get(sku);
                        return product == null ? sku.value() : product.name();
                    },
                    words);
            var above = chapters.stream()
                    .flatMap(chapter -> chapter.forStaff(claim, words).stream())
                    .toList();
            return new WholeFile(
                    merchant,
                    claim.id(),
                    claim.number(),
                    merchants.find(merchant).name(),
                    words.say("claims.file.title", claim.number()),
                    words.say("claims.state", claim.state().name()),
                    parts.head(),
                    parts.all(above),
                    Set.of(),
                    records.json(claim, dossier, viewer, words),
                    words);
        });
    }

    /** Who it was, by what they may do: "Supervisor". */
    private static Map<UUID, String> roles(List<Account> staff, Words words) {
        return staff.stream()
                .collect(Collectors.toMap(
                        Account::id,
                        account -> account.roles().stream()
                                .sorted()
                                .map(role -> words.say("access.role", role))
                                .collect(Collectors.joining(", "))));
    }

    private Map<Sku, Product> names(Claim claim, Dossier dossier) {
        var skus = new LinkedHashSet<Sku>();
        claim.offers().stream().map(Offer::plan).map(RemedyPlan::skus).forEach(skus::addAll);
        claim.offers().stream()
                .map(Offer::wish)
                .flatMap(Stream::ofNullable)
                .map(RemedyPlan::skus)
                .forEach(skus::addAll);
        skus.removeAll(dossier.products().keySet());
        var names = new HashMap<>(dossier.products());
        if (!skus.isEmpty()) {
            names.putAll(products.find(claim.merchant(), skus));
        }
        return names;
    }

    @Override
    public void write(WholeFile file, WholeFile.Form form, OutputStream to) throws IOException {
        switch (form) {
            case PDF -> press.print(file, to);
            case ZIP -> archive.pack(file, to);
        }
    }
}
