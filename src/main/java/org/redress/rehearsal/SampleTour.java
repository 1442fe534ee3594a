package org.redress.rehearsal;

import java.util.List;
import java.util.Optional;

/** What somebody without a parcel at hand needs to try the portal: orders to type in and photographs to upload. */
public interface SampleTour {
    /** Empty while the sample shops are not loaded. */
    List<Stop> stops();

    /** The JPEG of that name, drawn at the first request; empty where no stop has it. */
    Optional<byte[]> photo(String name);

    /**
     * One order that went wrong and is not claimed yet.
     *
     * @param key of its texts, such as {@code TRY_MUG}
     * @param photos file names, such as {@code blue-mug.jpg}
     */
    record Stop(String key, String orderNumber, String email, String language, List<String> photos) {}
}
