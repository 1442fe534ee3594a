package org.redress.settlement.out;

import java.util.List;
import org.redress.remedy.Remedy;

/** Units of an article, as partners read them. */
record Line(String sku, int quantity) {
    static List<Line> of(List<Remedy.Goods> goods) {
        return goods.stream()
                .map(each -> new Line(each.sku().value(), each.quantity()))
                .toList();
    }
}
