package org.redress.sheets.app;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.sheets.ImportKind;
import org.redress.sheets.SheetKind;
import org.springframework.stereotype.Component;

/** The kinds of files that the modules of this product take. */
@Component
class SheetKinds {
    private final Map<ImportKind, SheetKind<?>> kinds = new EnumMap<>(ImportKind.class);

    SheetKinds(List<SheetKind<?>> beans) {
        for (var bean : beans) {
            if (kinds.put(bean.name(), bean) != null) {
                throw new IllegalStateException("Two modules take files of " + bean.name());
            }
        }
    }

    Optional<SheetKind<?>> find(ImportKind name) {
        return Optional.ofNullable(kinds.get(name));
    }

    Set<ImportKind> names() {
        return kinds.keySet();
    }
}
