package org.redress.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.graphics.Rectangle;

/** Pictures for tests, drawn here. */
public final class Photographs {
    private Photographs() {}

    /** A PNG of an EAN-13 on white. */
    public static byte[] ofBarcode(String digits) {
        var ean = new Ean();
        ean.setModuleWidth(4);
        ean.setContent(digits.substring(0, 12));
        var image = new BufferedImage(ean.getWidth() + 200, ean.getHeight() + 200, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        for (Rectangle bar : ean.getRectangles()) {
            graphics.fillRect(100 + (int) bar.x, 100 + (int) bar.y, (int) bar.width, (int) bar.height);
        }
        graphics.dispose();
        return png(image);
    }

    private static byte[] png(BufferedImage image) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
