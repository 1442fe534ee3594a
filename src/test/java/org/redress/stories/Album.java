package org.redress.stories;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.redress.testing.Browser;

/** Pictures of pages in every size and light, with a sheet that shows them side by side, and all that axe says of each. */
final class Album {
    private static final Path FOLDER = Path.of("target", "screenshots", "pages");

    private int taken;
    private int looked;
    private final List<String> barriers = new ArrayList<>();

    /** Leaves the page as it was: on a desk, in the light. */
    void take(Page page, String path, String language) {
        var name = "%s-%03d".formatted(language, ++taken);
        var sheet = new StringBuilder("<h2>")
                .append(path.replace("<", "&lt;"))
                .append(" ")
                .append(language)
                .append("</h2>\n");
        for (int width : new int[] {1440, 375}) {
            for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.setViewportSize(width, width == 1440 ? 900 : 812);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var file = name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
                Browser.picture(page, "pages/" + file);
                looked++;
                Browser.barriers(page).forEach(barrier -> barriers.add(file + " " + path + " " + barrier));
                sheet.append("<a href=\"%1$s.png\"><img src=\"%1$s.png\" width=\"%2$d\" loading=\"lazy\"></a>\n"
                        .formatted(file, width == 1440 ? 640 : 170));
            }
        }
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        write(sheet.toString());
    }

    /** What axe found in all pictures together; how many there were stands at the end of the sheet. */
    List<String> barriers() {
        write("<p>axe looked at %d pages and found %d barriers.</p>%n".formatted(looked, barriers.size()));
        return barriers;
    }

    private static void write(String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("index.html"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
