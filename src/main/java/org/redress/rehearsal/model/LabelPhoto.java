package org.redress.rehearsal.model;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.redress.orders.Order;
import org.redress.orders.Product;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;

/**
 * Photographs that a customer might send, as JPEG of 1600 x 1200 pixels, drawn here: the box of an article with its
 * barcode, what lay in a parcel, a carrier's label, a packing slip. The same input makes the same picture on one machine.
 */
public final class LabelPhoto {
    private static final Color INK = new Color(0x1E2227);
    private static final Color FAINT = new Color(0x6A7077);

    private LabelPhoto() {}

    /** The article's box: a picture of it, its name, its SKU and, where it has one, its EAN-13. */
    public static byte[] item(Article article, Conditions conditions) {
        var sheet = new BufferedImage(1240, 880, BufferedImage.TYPE_INT_ARGB);
        var g = pen(sheet);
        g.setColor(new Color(0xD9C3A0));
        g.fill(new RoundRectangle2D.Double(0, 0, 1240, 880, 20, 20));
        g.setColor(new Color(0xFBF9F4));
        g.fill(new RoundRectangle2D.Double(36, 36, 1168, 808, 16, 16));
        draw(g, article, 70, 200, 1.1);
        var product = article.product();
        g.setColor(INK);
        var sku = product.sku().value();
        Lettering.write(g, product.name(), sku, Font.BOLD, 64, 80, 140, 1080);
        g.setColor(FAINT);
        var maker = Objects.requireNonNullElse(product.supplier(), sku);
        Lettering.write(g, maker, sku, Font.PLAIN, 34, 560, 240, 600);
        Lettering.write(g, sku, sku, Font.PLAIN, 34, 560, 294, 600);
        g.setColor(INK);
        if (product.gtin() != null) {
            var digits = product.gtin().digits().substring(1);
            var ean = new Ean(Ean.Mode.EAN13);
            ean.setContent(digits.substring(0, 12));
            bars(g, ean, 600, 380, 5.2, 300);
            Lettering.write(g, digits, digits, Font.PLAIN, 44, 690, 730, 480);
        }
        g.dispose();
        return new Camera(conditions).photograph(sheet);
    }

    /** What lay in the parcel, without its boxes: up to six articles side by side, no barcode in sight. */
    public static byte[] goods(List<Article> articles, Conditions conditions) {
        int columns = Math.min(3, articles.size());
        int rows = articles.size() > 3 ? 2 : 1;
        var sheet = new BufferedImage(420 * columns, 420 * rows, BufferedImage.TYPE_INT_ARGB);
        var g = pen(sheet);
        for (int i = 0; i < Math.min(6, articles.size()); i++) {
            draw(g, articles.get(i), 10 + 420.0 * (i % 3), 10 + (i < 3 ? 0 : 420), 1);
        }
        g.dispose();
        return new Camera(conditions).photograph(sheet);
    }

    /** The carrier's label: where the parcel goes, and the tracking number as Code 128. */
    public static byte[] outerLabel(Order.Address to, String trackingNumber, Conditions conditions) {
        var sheet = new BufferedImage(1240, 860, BufferedImage.TYPE_INT_ARGB);
        var g = pen(sheet);
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(0, 0, 1240, 860));
        g.setColor(INK);
        g.fill(new Rectangle2D.Double(0, 0, 1240, 110));
        g.setColor(Color.WHITE);
        Lettering.write(g, "NORTHWAY PARCEL", "", Font.BOLD, 64, 50, 80, 800);
        Lettering.write(g, "24H", "", Font.BOLD, 64, 1060, 80, 160);
        g.setColor(INK);
        double y = 190;
        for (var line : Stream.of(to.name(), to.street(), to.city(), to.region(), to.postcode(), to.country())
                .filter(Objects::nonNull)
                .toList()) {
            Lettering.write(g, line, "", Font.PLAIN, 46, 60, y, 1100);
            y += 56;
        }
        var code = new Code128();
        code.setContent(trackingNumber);
        bars(g, code, 110, 540, Math.min(6, 1020.0 / code.getWidth()), 200);
        Lettering.write(g, trackingNumber, trackingNumber, Font.PLAIN, 48, 300, 810, 800);
        g.dispose();
        return new Camera(conditions).photograph(sheet);
    }

    /** The paper in the parcel: the order number, also as a QR code, and the lines as they were printed. */
    public static byte[] packingSlip(Order order, List<Product> products, Conditions conditions) {
        var sheet = new BufferedImage(1000, 900, BufferedImage.TYPE_INT_ARGB);
        var g = pen(sheet);
        g.setColor(new Color(0xFDFDFB));
        g.fill(new Rectangle2D.Double(0, 0, 1000, 900));
        g.setColor(INK);
        Lettering.write(g, order.orderNumber(), "", Font.BOLD, 70, 60, 120, 560);
        g.setColor(FAINT);
        Lettering.write(g, order.shop(), "", Font.PLAIN, 36, 60, 180, 560);
        Lettering.write(g, order.customer().name(), "", Font.PLAIN, 36, 60, 230, 560);
        g.setColor(INK);
        var qr = new QrCode();
        qr.setContent(order.orderNumber());
        bars(g, qr, 670, 60, 260.0 / qr.getWidth(), 260);
        double y = 420;
        for (var line : order.lines()) {
            var sku = line.sku().value();
            var name = products.stream()
                    .filter(product -> product.sku().equals(line.sku()))
                    .map(Product::name)
                    .findFirst()
                    .orElse(sku);
            Lettering.write(g, line.quantity() + " ×", line.quantity() + " x", Font.BOLD, 40, 60, y, 100);
            Lettering.write(g, name, sku, Font.PLAIN, 40, 170, y, 560);
            Lettering.write(g, sku, sku, Font.PLAIN, 30, 750, y, 220);
            y += 64;
        }
        g.dispose();
        return new Camera(conditions).photograph(sheet);
    }

    private static void draw(Graphics2D g, Article article, double x, double y, double scale) {
        var before = g.getTransform();
        var there = AffineTransform.getTranslateInstance(x, y);
        there.scale(scale, scale);
        g.transform(there);
        Drawing.draw(g, article);
        g.setTransform(before);
    }

    /** Only the modules, stretched to the height: guard bars and digits are ours to draw. */
    private static void bars(Graphics2D g, Symbol symbol, double x, double y, double module, double height) {
        var rectangles = symbol.getRectangles();
        double top = rectangles.stream().mapToDouble(bar -> bar.y).min().orElse(0);
        double bottom =
                rectangles.stream().mapToDouble(bar -> bar.y + bar.height).max().orElse(1);
        double stretch = height / (bottom - top);
        for (var bar : rectangles) {
            g.fill(new Rectangle2D.Double(
                    x + bar.x * module, y + (bar.y - top) * stretch, bar.width * module, bar.height * stretch));
        }
    }

    private static Graphics2D pen(BufferedImage sheet) {
        var g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return g;
    }
}
