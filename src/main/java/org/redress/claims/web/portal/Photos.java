package org.redress.claims.web.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.redress.claims.Filing;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;
import org.redress.evidence.Pieces;
import org.redress.evidence.UploadLimit;
import org.redress.kernel.Gtin;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** Takes photos in and says what is in them, in the light of what was ordered. */
@Component
class Photos {
    private final Evidence evidence;
    private final Pieces pieces;
    private final UploadLimit limit;
    private final Products products;

    Photos(Evidence evidence, Pieces pieces, UploadLimit limit, Products products) {
        this.evidence = evidence;
        this.pieces = pieces;
        this.limit = limit;
        this.products = products;
    }

    /** Takes in what a file field sent, which is an empty file without a name where nothing was chosen. */
    List<Draft.Photo> receive(MerchantId merchant, Collection<MultipartFile> files, String address, Faults faults) {
        var photos = new ArrayList<Draft.Photo>();
        for (var file : files) {
            if (!file.isEmpty()
                    || !Objects.requireNonNullElse(file.getOriginalFilename(), "")
                            .isEmpty()) {
                var pause = limit.take(address);
                if (pause.isPresent()) {
                    faults.add("photo", "portal.fault.uploads", pause.get());
                    break;
                }
                try (var content = file.getInputStream()) {
                    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
                    var item = evidence.receive(merchant, name, content);
                    photos.add(new Draft.Photo(item.id(), item.isPicture() ? EvidenceKind.ITEM : EvidenceKind.VIDEO));
                } catch (Refused refused) {
                    faults.add("photo", reason(refused));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return photos;
    }

    /**
     * Takes in what came in pieces: the fields {@code piece} name them, and {@code pieceName.<id>} what their sender calls
     * them.
     */
    List<Draft.Photo> finish(MerchantId merchant, MultiValueMap<String, String> fields, Faults faults) {
        var photos = new ArrayList<Draft.Photo>();
        for (var text : fields.getOrDefault("piece", List.of())) {
            var id = Ids.parse(text);
            if (id.isPresent()) {
                try {
                    var name = Objects.requireNonNullElse(fields.getFirst("pieceName." + text), "");
                    var item = pieces.finish(merchant, id.get(), name);
                    photos.add(new Draft.Photo(item.id(), item.isPicture() ? EvidenceKind.ITEM : EvidenceKind.VIDEO));
                } catch (Refused refused) {
                    faults.add("photo", reason(refused));
                }
            }
        }
        return photos;
    }

    private static Phrase reason(Refused refused) {
        var refusal = refused.refusal();
        return refusal.faults().isEmpty()
                ? refusal.reason()
                : refusal.faults().getFirst().message();
    }

    /** Those of a draft that are there and belong to no claim yet. */
    List<PhotoView> waiting(Shop shop, List<Draft.Photo> photos, List<Sku> ordered) {
        var found = new LinkedHashMap<EvidenceItem, EvidenceKind>();
        for (var photo : photos) {
            find(shop.merchant(), photo.id()).ifPresent(item -> found.put(item, photo.kind()));
        }
        return views(shop.merchant(), found, ordered, shop.path() + "/uploads/");
    }

    Optional<EvidenceItem> find(MerchantId merchant, EvidenceId id) {
        return evidence.find(merchant, id).filter(item -> item.claim() == null);
    }

    /** The files of a claim, for the one who has its link. */
    List<PhotoView> ofClaim(MerchantId merchant, UUID claim, List<Sku> ordered, String link) {
        var found = new LinkedHashMap<EvidenceItem, EvidenceKind>();
        evidence.ofClaim(merchant, claim).forEach(item -> found.put(item, item.kind()));
        return views(merchant, found, ordered, link + "/evidence/");
    }

    List<PhotoView> views(
            MerchantId merchant, Map<EvidenceItem, EvidenceKind> items, List<Sku> ordered, String folder) {
        var articles = articles(merchant, items.keySet());
        var names = products.find(merchant, ordered);
        return items.entrySet().stream()
                .map(entry -> new PhotoView(
                        entry.getKey(),
                        entry.getValue(),
                        folder + entry.getKey().id(),
                        Reading.of(entry.getKey(), articles, ordered, names)))
                .toList();
    }

    /**
     * What came, where the photos show exactly one article that was not ordered. A barcode that several articles carry
     * names none of them.
     */
    Optional<Filing.Received> seen(MerchantId merchant, List<Draft.Photo> photos, List<Sku> ordered) {
        var items = photos.stream()
                .flatMap(photo -> find(merchant, photo.id()).stream())
                .toList();
        var articles = articles(merchant, items);
        var others = items.stream()
                .flatMap(Photos::gtins)
                .distinct()
                .filter(gtin -> articles.getOrDefault(gtin, List.of()).stream()
                        .noneMatch(product -> ordered.contains(product.sku())))
                .toList();
        if (others.size() != 1) {
            return Optional.empty();
        }
        var named = articles.getOrDefault(others.getFirst(), List.of());
        return Optional.of(
                named.size() == 1
                        ? new Filing.Received(named.getFirst().sku(), null, null, 1)
                        : new Filing.Received(null, others.getFirst(), null, 1));
    }

    private Map<Gtin, List<Product>> articles(MerchantId merchant, Collection<EvidenceItem> items) {
        var gtins = items.stream().flatMap(Photos::gtins).distinct().toList();
        return gtins.isEmpty() ? Map.of() : products.byGtin(merchant, gtins);
    }

    private static Stream<Gtin> gtins(EvidenceItem item) {
        return item.barcodes().stream().map(EvidenceItem.Barcode::gtin).flatMap(Stream::ofNullable);
    }
}
