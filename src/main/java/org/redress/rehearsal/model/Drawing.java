package org.redress.rehearsal.model;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Draws an article in a square of 400 units. */
final class Drawing {
    private final Graphics2D g;
    private final Color colour;

    private Drawing(Graphics2D g, Color colour) {
        this.g = g;
        this.colour = colour;
    }

    static void draw(Graphics2D g, Article article) {
        var drawing = new Drawing(g, new Color(article.rgb()));
        switch (article.shape()) {
            case MUG -> drawing.mug();
            case BOWL -> drawing.bowl();
            case PLATE -> drawing.plate();
            case POT -> drawing.pot();
            case TIN -> drawing.tin();
            case CLOTH -> drawing.cloth();
            case APRON -> drawing.apron();
            case CUSHION -> drawing.cushion();
            case BOOK -> drawing.book();
            case STICK -> drawing.stick();
            case CANDLE -> drawing.candle();
            case LAMP -> drawing.lamp();
            case DIAL -> drawing.dial();
            case JAR -> drawing.jar();
            case BOARD -> drawing.board();
            case FLASK -> drawing.flask();
        }
    }

    private void mug() {
        g.setStroke(new BasicStroke(26));
        g.setColor(colour.darker());
        g.draw(new Arc2D.Double(250, 130, 120, 150, -100, 200, Arc2D.OPEN));
        body(new RoundRectangle2D.Double(70, 80, 220, 260, 60, 60));
        mouth(70, 60, 220, 56);
    }

    private void bowl() {
        var half = new Area(new Ellipse2D.Double(40, -20, 320, 350));
        half.intersect(new Area(new Rectangle2D.Double(0, 150, 400, 250)));
        body(half);
        body(new Rectangle2D.Double(150, 322, 100, 22));
        mouth(40, 112, 320, 80);
    }

    private void plate() {
        body(new Ellipse2D.Double(30, 30, 340, 340));
        g.setColor(colour.darker());
        g.setStroke(new BasicStroke(4));
        g.draw(new Ellipse2D.Double(90, 90, 220, 220));
    }

    private void pot() {
        g.setStroke(new BasicStroke(22));
        g.setColor(colour.darker());
        g.draw(new Arc2D.Double(270, 150, 110, 130, -90, 180, Arc2D.OPEN));
        var spout = new Path2D.Double();
        spout.moveTo(110, 270);
        spout.quadTo(40, 240, 20, 140);
        spout.lineTo(52, 136);
        spout.quadTo(70, 200, 130, 200);
        spout.closePath();
        body(spout);
        body(new Ellipse2D.Double(80, 120, 240, 220));
        body(new Ellipse2D.Double(130, 104, 140, 44));
        body(new Ellipse2D.Double(184, 74, 32, 38));
    }

    private void tin() {
        body(new RoundRectangle2D.Double(80, 70, 240, 280, 24, 24));
        body(new RoundRectangle2D.Double(70, 50, 260, 60, 20, 20));
        g.setColor(new Color(255, 255, 255, 200));
        g.fill(new RoundRectangle2D.Double(110, 170, 180, 110, 14, 14));
    }

    private void cloth() {
        body(new Rectangle2D.Double(60, 60, 280, 290));
        g.setColor(new Color(255, 255, 255, 170));
        for (int y = 100; y < 340; y += 60) {
            g.fill(new Rectangle2D.Double(60, y, 280, 12));
        }
    }

    private void apron() {
        g.setStroke(new BasicStroke(10));
        g.setColor(colour.darker());
        g.draw(new Arc2D.Double(140, 10, 120, 120, 0, 180, Arc2D.OPEN));
        g.draw(new Line2D.Double(80, 200, 20, 240));
        g.draw(new Line2D.Double(320, 200, 380, 240));
        var cut = new Path2D.Double();
        cut.moveTo(130, 70);
        cut.lineTo(270, 70);
        cut.quadTo(280, 150, 330, 190);
        cut.lineTo(320, 380);
        cut.lineTo(80, 380);
        cut.lineTo(70, 190);
        cut.quadTo(120, 150, 130, 70);
        cut.closePath();
        body(cut);
        g.setColor(colour.darker());
        g.setStroke(new BasicStroke(4));
        g.draw(new RoundRectangle2D.Double(140, 230, 120, 80, 16, 16));
    }

    private void cushion() {
        var square = new Path2D.Double();
        square.moveTo(40, 40);
        square.quadTo(200, 80, 360, 40);
        square.quadTo(320, 200, 360, 360);
        square.quadTo(200, 320, 40, 360);
        square.quadTo(80, 200, 40, 40);
        square.closePath();
        body(square);
    }

    private void book() {
        g.setColor(new Color(0xF6F2E7));
        g.fill(new RoundRectangle2D.Double(96, 46, 240, 320, 10, 10));
        body(new RoundRectangle2D.Double(80, 36, 240, 320, 18, 18));
        g.setColor(colour.darker());
        g.fill(new Rectangle2D.Double(100, 36, 10, 320));
        g.setColor(new Color(0x22, 0x22, 0x22, 180));
        g.fill(new Rectangle2D.Double(286, 36, 8, 320));
    }

    private void stick() {
        g.rotate(Math.toRadians(38), 200, 200);
        body(new RoundRectangle2D.Double(180, 20, 40, 300, 20, 20));
        var tip = new Path2D.Double();
        tip.moveTo(182, 312);
        tip.lineTo(218, 312);
        tip.lineTo(200, 384);
        tip.closePath();
        body(tip);
        g.rotate(Math.toRadians(-38), 200, 200);
    }

    private void candle() {
        body(new RoundRectangle2D.Double(100, 140, 200, 220, 30, 30));
        mouth(100, 112, 200, 56);
        g.setColor(new Color(0x333333));
        g.setStroke(new BasicStroke(6));
        g.draw(new Line2D.Double(200, 140, 200, 92));
        g.setColor(new Color(0xF2B33D));
        g.fill(new Ellipse2D.Double(188, 50, 24, 48));
    }

    private void lamp() {
        var shade = new Path2D.Double();
        shade.moveTo(140, 50);
        shade.lineTo(260, 50);
        shade.lineTo(320, 180);
        shade.lineTo(80, 180);
        shade.closePath();
        body(shade);
        body(new Rectangle2D.Double(192, 180, 16, 150));
        body(new Ellipse2D.Double(120, 316, 160, 44));
    }

    private void dial() {
        body(new RoundRectangle2D.Double(50, 50, 300, 300, 70, 70));
        g.setColor(Color.WHITE);
        g.fill(new Ellipse2D.Double(100, 100, 200, 200));
        g.setColor(new Color(0x333333));
        g.setStroke(new BasicStroke(8));
        g.draw(new Line2D.Double(200, 200, 200, 124));
        g.draw(new Line2D.Double(200, 200, 250, 226));
    }

    private void jar() {
        body(new RoundRectangle2D.Double(90, 100, 220, 260, 50, 50));
        g.setColor(new Color(0xB08A5B));
        g.fill(new RoundRectangle2D.Double(100, 50, 200, 60, 18, 18));
        g.setColor(new Color(255, 255, 255, 120));
        g.fill(new RoundRectangle2D.Double(112, 130, 22, 200, 20, 20));
    }

    private void board() {
        g.setColor(new Color(0xC08A52));
        g.fill(new RoundRectangle2D.Double(90, 90, 220, 290, 40, 40));
        g.fill(new RoundRectangle2D.Double(165, 20, 70, 110, 40, 40));
        g.setColor(new Color(0xA06F3D));
        g.setStroke(new BasicStroke(3));
        for (int x = 115; x < 300; x += 30) {
            g.draw(new Line2D.Double(x, 140, x + 6, 370));
        }
        g.setColor(new Color(0xF3EDE2));
        g.fill(new Ellipse2D.Double(186, 40, 28, 28));
    }

    private void flask() {
        body(new RoundRectangle2D.Double(130, 100, 140, 270, 40, 40));
        body(new RoundRectangle2D.Double(146, 30, 108, 80, 24, 24));
        g.setColor(new Color(255, 255, 255, 110));
        g.fill(new RoundRectangle2D.Double(148, 130, 16, 210, 16, 16));
    }

    private void body(Shape shape) {
        g.setPaint(new GradientPaint(60, 0, lighter(), 340, 400, colour.darker()));
        g.fill(shape);
        g.setColor(new Color(0, 0, 0, 60));
        g.setStroke(new BasicStroke(3));
        g.draw(shape);
    }

    private void mouth(double x, double y, double width, double height) {
        g.setColor(lighter());
        g.fill(new Ellipse2D.Double(x, y, width, height));
        g.setColor(colour.darker().darker());
        g.fill(new Ellipse2D.Double(x + 12, y + 8, width - 24, height - 16));
    }

    private Color lighter() {
        return new Color(
                (colour.getRed() * 3 + 255) / 4, (colour.getGreen() * 3 + 255) / 4, (colour.getBlue() * 3 + 255) / 4);
    }
}
