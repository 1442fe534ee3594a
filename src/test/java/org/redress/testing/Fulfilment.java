package org.redress.testing;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a warehouse and a carrier write of orders that go their usual way: two picks, the packing, the hand-over and the
 * delivery. Order follows order, one every few seconds of a shift.
 *
 * @param name begins the order numbers and tells two such days apart
 * @param start of the shift
 */
public record Fulfilment(String name, Instant start) {
    public static final int EVENTS_OF_AN_ORDER = 5;
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int ORDERS_A_PIECE = 200;
    private static final String END = "]}}";
    private static final String BEGIN = """
            {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",\
            {"redress":"urn:redress:epcis:"}],"type":"EPCISDocument","schemaVersion":"2.0",\
            "creationDate":"2026-11-01T00:00:00Z","epcisBody":{"eventList":[""";

    /** A document of events as they stand. */
    public static String document(String... events) {
        return BEGIN + String.join(",", events) + END;
    }

    public String orderNumber(long order) {
        return name + "-" + order;
    }

    public String trackingNumber(long order) {
        return "T" + name + order;
    }

    /** As an EPC URN. */
    public String sscc(long order) {
        return "urn:epc:id:sscc:0614141.%010d"
                .formatted((Math.abs((long) name.hashCode()) * 1_000_000L + order) % 10_000_000_000L);
    }

    private Instant at(long order, int seconds) {
        return start.plus(EVERY.multipliedBy(order)).plusSeconds(seconds);
    }

    public List<String> events(long order) {
        long first = order * 7 % 5_000;
        long second = (order * 13 + 1) % 5_000;
        return List.of(
                pick(order, at(order, 0), first, 1),
                pick(order, at(order, 40), second, 2),
                pack(order, first, second),
                handOver(order),
                delivery(order));
    }

    private String pick(long order, Instant at, long article, int quantity) {
        return """
                {"type":"ObjectEvent","eventTime":"%s","eventTimeZoneOffset":"+00:00","action":"OBSERVE",\
                "bizStep":"picking","quantityList":[{"epcClass":"urn:redress:sku:SKU-%d","quantity":%d}],\
                "readPoint":{"id":"urn:redress:slot:A-%d"},\
                "bizTransactionList":[{"type":"po","bizTransaction":"%s"}],"redress:operator":"op%d",\
                "redress:tote":"T%d","redress:wave":"W%d","redress:scan":"ITEM"}""".formatted(at, article, quantity, article, orderNumber(order), order % 20, order % 400, order / 500);
    }

    private String pack(long order, long first, long second) {
        return """
                {"type":"AggregationEvent","eventTime":"%s","eventTimeZoneOffset":"+00:00","action":"ADD",\
                "bizStep":"packing","parentID":"%s","childQuantityList":[\
                {"epcClass":"urn:redress:sku:SKU-%d","quantity":1},{"epcClass":"urn:redress:sku:SKU-%d","quantity":2}],\
                "readPoint":{"id":"urn:redress:bench:%d"},\
                "bizTransactionList":[{"type":"po","bizTransaction":"%s"}],"redress:operator":"op%d",\
                "redress:tote":"T%d","redress:trackingNumber":"%s","redress:weightGrams":%d}""".formatted(
                        at(order, 600),
                        sscc(order),
                        first,
                        second,
                        order % 12,
                        orderNumber(order),
                        20 + order % 12,
                        order % 400,
                        trackingNumber(order),
                        400 + order % 900);
    }

    private String handOver(long order) {
        return """
                {"type":"ObjectEvent","eventTime":"%s","eventTimeZoneOffset":"+00:00","action":"OBSERVE",\
                "bizStep":"shipping","disposition":"in_transit","epcList":["%s"],\
                "readPoint":{"id":"urn:redress:dock:1"},"redress:trackingNumber":"%s",\
                "redress:carrier":"Swift Parcel","redress:weightGrams":%d}""".formatted(at(order, 7_200), sscc(order), trackingNumber(order), 402 + order % 900);
    }

    private String delivery(long order) {
        return """
                {"type":"ObjectEvent","eventTime":"%s","eventTimeZoneOffset":"+00:00","action":"OBSERVE",\
                "bizStep":"accepting","epcList":["%s"],"redress:trackingNumber":"%s",\
                "redress:deliveredTo":"door","redress:distanceMetres":12}""".formatted(at(order, 90_000), sscc(order), trackingNumber(order));
    }

    /** The document of the first orders, made while it is read. */
    public InputStream document(long orders) {
        return new InputStream() {
            private byte[] piece = new byte[0];
            private int position;
            private long next;

            @Override
            public int read() {
                return isAtEnd() ? -1 : piece[position++] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (isAtEnd()) {
                    return -1;
                }
                int some = Math.min(length, piece.length - position);
                System.arraycopy(piece, position, into, offset, some);
                position += some;
                return some;
            }

            private boolean isAtEnd() {
                if (position == piece.length && next < orders) {
                    long to = Math.min(orders, next + ORDERS_A_PIECE);
                    piece = piece(next, to, to == orders);
                    position = 0;
                    next = to;
                }
                return position == piece.length;
            }
        };
    }

    private byte[] piece(long from, long to, boolean last) {
        var events = LongStream.range(from, to)
                .boxed()
                .flatMap(order -> events(order).stream())
                .collect(Collectors.joining(","));
        return ((from == 0 ? BEGIN : ",") + events + (last ? END : "")).getBytes(StandardCharsets.UTF_8);
    }
}
