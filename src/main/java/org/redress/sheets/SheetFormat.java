package org.redress.sheets;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a file of rows is written. */
public enum SheetFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The end of a file's name, without the point. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SheetFormat> of(String ending) {
        return Stream.of(values())
                .filter(format -> format.ending().equals(ending))
                .findFirst();
    }
}
