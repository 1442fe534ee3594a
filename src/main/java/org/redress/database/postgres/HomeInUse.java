package org.redress.database.postgres;

import java.nio.file.Path;

/** Another server already runs on this home folder. */
final class HomeInUse extends RuntimeException {
    HomeInUse(Path home) {
        super("Another Redress server is running on " + home.toAbsolutePath().normalize());
    }
}
