package org.redress.bench;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.redress.evidence.EvidenceItem.Barcode;
import org.redress.evidence.model.FileType;
import org.redress.evidence.model.PictureReading;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.output.Java2DRenderer;

/**
 * Photos of 12 megapixels as a phone makes them of a parcel (a carton with much print on it, a little out of focus, grain, JPEG
 * of 3.7 MB), and how long one core takes to read everything in one: decoding, pictures to show, barcodes, what it looks like.
 */
final class PhotoShoot {
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 9;

    private PhotoShoot() {}

    /** @param codes how many stand in it: none, that of the article, or also the parcel's and the order's */
    record Shot(String name, int codes) {
        /** Processor time of the one thread that reads, in seconds, the median. */
        double seconds() throws IOException {
            var photo = jpeg(photo(codes));
            var times = new double[ROUNDS];
            for (int i = -WARM_UP; i < ROUNDS; i++) {
                long start = cpu();
                var reading = PictureReading.of(FileType.JPEG, photo);
                long end = cpu();
                var texts = reading.barcodes().stream().map(Barcode::text).toList();
                if (texts.size() != codes) {
                    throw new IllegalStateException(name + " was read as " + texts);
                }
                if (i >= 0) {
                    times[i] = (end - start) / 1e9;
                }
            }
            return Timings.median(times);
        }
    }

    static List<Shot> shots() {
        return List.of(
                new Shot("photo of 12 megapixels read, no code in it", 0),
                new Shot("photo of 12 megapixels read, one code", 1),
                new Shot("photo of 12 megapixels read, three codes", 3));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static BufferedImage photo(int codes) {
        var random = new Random(codes);
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        table(graphics, random);
        graphics.rotate(0.1, WIDTH / 2.0, HEIGHT / 2.0);
        graphics.setColor(new Color(196, 170, 130));
        graphics.fillRect(600, 400, 2700, 2100);
        graphics.setColor(new Color(60, 50, 40));
        for (int i = 0; i < 30; i++) {
            graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 30 + random.nextInt(40)));
            graphics.drawString("FRAGILE  Handle with care  Made for people who like tea", 650, 480 + i * 66);
        }
        if (codes > 0) {
            var article = new Ean(Ean.Mode.EAN13);
            article.setQuietZoneHorizontal(10);
            article.setContent("501234567890");
            label(graphics, article, 5, 1500, 1300, 0.2);
        }
        if (codes > 1) {
            var parcel = new Code128();
            parcel.setDataType(Symbol.DataType.GS1);
            parcel.setContent("[00]106141412345678908");
            label(graphics, parcel, 4, 1200, 700, 0);
            var order = new QrCode();
            order.setContent("ORDER 536365");
            label(graphics, order, 9, 2600, 1900, -0.3);
        }
        graphics.dispose();
        return grainy(unfocused(picture), random);
    }

    private static void table(Graphics2D graphics, Random random) {
        graphics.setPaint(new GradientPaint(0, 0, new Color(150, 120, 90), WIDTH, HEIGHT, new Color(90, 80, 75)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < 400; i++) {
            graphics.setColor(
                    new Color(80 + random.nextInt(120), 60 + random.nextInt(110), 40 + random.nextInt(100), 60));
            graphics.rotate(random.nextDouble() * 0.2, WIDTH / 2.0, HEIGHT / 2.0);
            graphics.fillOval(
                    random.nextInt(WIDTH), random.nextInt(HEIGHT), 20 + random.nextInt(900), 5 + random.nextInt(300));
        }
        graphics.setTransform(new AffineTransform());
    }

    private static void label(Graphics2D graphics, Symbol symbol, double scale, int x, int y, double turned) {
        var before = graphics.getTransform();
        graphics.rotate(turned, x, y);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(
                x - 60, y - 60, (int) (symbol.getWidth() * scale) + 120, (int) (symbol.getHeight() * scale) + 120);
        graphics.translate(x, y);
        new Java2DRenderer(
                        graphics,
                        scale,
                        uk.org.okapibarcode.graphics.Color.WHITE,
                        uk.org.okapibarcode.graphics.Color.BLACK)
                .render(symbol);
        graphics.setTransform(before);
    }

    private static BufferedImage unfocused(BufferedImage picture) {
        var weights = new float[9];
        Arrays.fill(weights, 1 / 9f);
        return new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null).filter(picture, null);
    }

    private static BufferedImage grainy(BufferedImage picture, Random random) {
        var bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp((bytes[i] & 0xFF) + Math.round(random.nextGaussian() * 9), 0, 255);
        }
        return picture;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0.9f);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        }
        return bytes.toByteArray();
    }
}
