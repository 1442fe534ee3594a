package org.redress.rehearsal.model.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer finds who opens the box.
 *
 * @param whole whether it was packed for somebody else
 * @param missing ordered units that are not there
 * @param extra what is there and was not ordered
 */
record Finding(boolean whole, Map<Item, Integer> missing, List<Content> extra) {
    static Finding in(Box box, Consignment consignment) {
        var missing = new LinkedHashMap<Item, Integer>();
        consignment.lines().forEach(line -> missing.merge(line.ordered(), line.units(), Integer::sum));
        var extra = new ArrayList<Content>();
        for (var content : box.contents()) {
            int wanted = missing.getOrDefault(content.item(), 0);
            int right = Math.min(wanted, content.units());
            if (right == wanted) {
                missing.remove(content.item());
            } else {
                missing.put(content.item(), wanted - right);
            }
            if (content.units() > right) {
                extra.add(new Content(content.item(), content.label(), content.units() - right, content.affair()));
            }
        }
        return new Finding(box.packedFor() != consignment, missing, extra);
    }

    boolean isNothing() {
        return missing.isEmpty() && extra.isEmpty();
    }

    /** What the complaint is about: the missing article of the same affair as the first stranger, as far as can be told. */
    Item ordered(Consignment consignment) {
        return missing.isEmpty()
                ? consignment.lines().getFirst().ordered()
                : missing.keySet().iterator().next();
    }

    @Nullable
    Content received() {
        return extra.isEmpty() ? null : extra.getFirst();
    }
}
