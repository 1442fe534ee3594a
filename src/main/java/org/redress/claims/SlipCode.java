package org.redress.claims;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import uk.org.okapibarcode.backend.QrCode;

/**
 * The QR code of a packing slip. It fills in shop and order number and proves nothing: a slip lies in the wrong parcel as
 * easily as the goods do.
 */
public final class SlipCode {
    public static final String SVG = "image/svg+xml";

    /** What ISO/IEC 18004 wants to see free on each side, in modules. */
    private static final int FREE = 4;

    private static final int PIXELS = 8;

    private final String address;

    private SlipCode(String address) {
        this.address = address;
    }

    /** @param origin without a slash at its end */
    public static SlipCode of(String origin, String slug, String orderNumber) {
        return new SlipCode(
                origin + "/shop/" + slug + "?order=" + URLEncoder.encode(orderNumber, StandardCharsets.UTF_8));
    }

    public String address() {
        return address;
    }

    public String svg() {
        var code = code();
        var dark = code.getRectangles().stream()
                .map(box -> "M%d %dh%dv%dh-%dz"
                        .formatted((int) box.x + FREE, (int) box.y + FREE, (int) box.width, (int) box.height, (int)
                                box.width))
                .collect(Collectors.joining());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%2$d" height="%2$d" \
                shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%1$dh-%1$dz"/><path d="%3$s"/></svg>
                """.formatted(side(code), side(code) * PIXELS / 2, dark);
    }

    public byte[] png() {
        var code = code();
        int side = side(code) * PIXELS;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        pen.scale(PIXELS, PIXELS);
        pen.translate(FREE, FREE);
        for (var box : code.getRectangles()) {
            pen.fillRect((int) box.x, (int) box.y, (int) box.width, (int) box.height);
        }
        pen.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return png.toByteArray();
    }

    private static int side(QrCode code) {
        return code.getWidth() + 2 * FREE;
    }

    private QrCode code() {
        var code = new QrCode();
        code.setModuleWidth(1);
        code.setQuietZoneHorizontal(0);
        code.setQuietZoneVertical(0);
        code.setContent(address);
        return code;
    }
}
