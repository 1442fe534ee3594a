package org.redress.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.redress.investigation.Mechanism;

/** What was said of claims by what it was, as a picture: the darker, the greater the share of the row. */
final class ConfusionPicture {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("words.investigation", Locale.ROOT);
    private static final int CELL = 38;
    private static final int LEFT = 290;
    private static final int TOP = 92;

    private final int[][] counts;
    private final StringBuilder svg = new StringBuilder();

    /** @param counts by truth, then by what was said */
    ConfusionPicture(int[][] counts) {
        this.counts = counts;
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, drawn());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String drawn() {
        int width = LEFT + Mechanism.COUNT * CELL + 16;
        int height = TOP + Mechanism.COUNT * CELL + 16;
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="system-ui, sans-serif" font-size="12" role="img">
                <title>Which mechanism was said, by which it was</title>
                <rect width="100%%" height="100%%" fill="#fff"/>
                <text x="%d" y="24" font-weight="600">said</text>
                <text x="16" y="%d" font-weight="600">was</text>
                """.formatted(width, height, LEFT, TOP - 10));
        for (var said : Mechanism.values()) {
            text(LEFT + said.index() * CELL + CELL / 2, TOP - 10, "middle", "#333", said.name());
        }
        for (var truth : Mechanism.values()) {
            row(truth);
        }
        return svg.append("</svg>\n").toString();
    }

    private void row(Mechanism truth) {
        var row = counts[truth.index()];
        int all = Arrays.stream(row).sum();
        int y = TOP + truth.index() * CELL;
        text(16, y + CELL / 2 + 4, "start", "#333", truth.name() + "  " + name(truth));
        text(LEFT - 8, y + CELL / 2 + 4, "end", "#777", String.valueOf(all));
        for (var said : Mechanism.values()) {
            double share = all == 0 ? 0 : row[said.index()] / (double) all;
            int x = LEFT + said.index() * CELL;
            var colour = said == truth ? "13,110,90" : "178,60,30";
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"rgb(%s)\" fill-opacity=\"%.2f\" stroke=\"#e5e5e5\"/>%n",
                    x,
                    y,
                    CELL,
                    CELL,
                    colour,
                    Math.sqrt(share)));
            if (row[said.index()] > 0) {
                text(
                        x + CELL / 2,
                        y + CELL / 2 + 4,
                        "middle",
                        share > 0.3 ? "#fff" : "#333",
                        String.valueOf(row[said.index()]));
            }
        }
    }

    private void text(int x, int y, String anchor, String colour, String says) {
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n"
                .formatted(x, y, anchor, colour, says));
    }

    private static String name(Mechanism mechanism) {
        return WORDS.getString("investigation.mechanism." + mechanism);
    }
}
