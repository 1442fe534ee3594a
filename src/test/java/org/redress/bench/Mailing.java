package org.redress.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.redress.claims.Bystanders;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.correspondence.Messages;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.rehearsal.model.warehouse.Appeal;
import org.redress.testing.Api;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast mail becomes claims, and how fast what we write is queued and leaves, against real SMTP and IMAP servers in the same
 * process as the clock. Who writes are the customers of a simulated season whose orders, articles, parcels and scans are on record: about
 * what really went wrong there, swaps among it.
 */
final class Mailing implements AutoCloseable {
    private static final double MAIL_MILLISECONDS = 150;
    private static final double QUEUED = 100;
    private static final int KILOBYTES = 20;

    /** Of a picture, in pixels: three bytes each, and a third more in Base64. */
    private static final int SIDE = 68;

    private static final int WARM_UP = 60;
    private static final int MAILS = 200;
    private static final int CLAIMS = 200;
    private static final int CLIENTS = 8;

    /** Twelve days of orders, sent and delivered by now. */
    private static final int DAYS = 12;

    private static final int ORDERS_A_DAY = 1_000;
    private static final Duration AGO = Duration.ofDays(24);
    private static final Actor JO = new Actor.Staff(new UUID(1, 1), "Jo Park");

    /** How often each of these claims is written to while the clock runs. */
    private static final int ROUNDS = 2;

    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final String HELP = "help@shop.example";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort(),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort()
    });
    private final GreenMailUser box;

    Mailing() throws UserException {
        ((Logger) LoggerFactory.getLogger("com.icegreen")).setLevel(Level.WARN);
        server.start();
        box = server.getUserManager().createUser(HELP, "help", "secret");
    }

    /** What tells the product of the servers. */
    List<String> settings() {
        return List.of(
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + server.getSmtp().getPort(),
                "--redress.mail.from=" + HELP,
                "--redress.mail.imap.host=127.0.0.1",
                "--redress.mail.imap.port=" + server.getImap().getPort(),
                "--redress.mail.imap.security=NONE",
                "--redress.mail.imap.user=help",
                "--redress.mail.imap.password=secret",
                "--redress.mail.imap.address=" + HELP,
                "--redress.mail.imap.merchant=demo",
                "--redress.mail.imap.poll=1s");
    }

    void run(Installation installation, Postgres postgres, Report report) throws Exception {
        System.out.println("Letting a season go by, and putting it on record …");
        var season = SeasonOnRecord.simulated(DAYS, ORDERS_A_DAY, AGO);
        var appeals = apart(season);
        var merchant = new MerchantId(UUID.fromString(Storing.merchant(postgres)));
        Map<String, Order> orders;
        try (var product = new OwnProduct(installation.home())) {
            season.record(product.context(), merchant);
            var numbers = appeals.stream().map(Mailing::order).toList();
            orders = product.context().getBean(Orders.class).all(merchant, numbers).stream()
                    .collect(Collectors.toMap(Order::orderNumber, order -> order));
        }
        postgres.execute("""
                ANALYZE claims.claim, claims.line, evidence.item, traces.parcel, traces.parcel_line, traces.event,
                    traces.mention, orders.customer_order, orders.order_line, orders.product""");
        quiet(postgres);
        System.out.println("Mailing …");
        var first = last(postgres);
        arrived(appeals.subList(0, WARM_UP), orders, postgres);
        quiet(postgres);
        var before = last(postgres);
        var each = arrived(appeals.subList(WARM_UP, WARM_UP + MAILS), orders, postgres);
        report.row(
                "a mail of %d kB becomes a claim".formatted(KILOBYTES),
                "%.0f ms".formatted(each.filed()),
                each.filed(),
                MAIL_MILLISECONDS,
                "ms",
                "");
        report.row(
                "the same, until its acknowledgement is queued as mail",
                "%.0f ms".formatted(each.queued()),
                each.queued(),
                MAIL_MILLISECONDS,
                "ms",
                "");
        report.row("the same, until the mail server has the acknowledgement", "%.0f ms".formatted(each.sent()), "");
        // What the pictures show is read in jobs of their own, which would stand in the way of what is measured next.
        quiet(postgres);
        report.row(
                "of these claims: on an order on record",
                "%d of %d"
                        .formatted(
                                number(
                                        postgres,
                                        "SELECT count(order_number) FROM claims.claim WHERE id > '%s'"
                                                .formatted(before)),
                                MAILS),
                "");
        written(
                Api.sample(installation.port()),
                appeals.subList(WARM_UP + MAILS, WARM_UP + MAILS + CLAIMS),
                postgres,
                report);
        quiet(postgres);
        told(installation, first, merchant, postgres, report);
    }

    /** Each on an order of its own, in an order that mixes early and late. */
    private static List<Appeal> apart(SeasonOnRecord season) {
        var seen = new HashSet<String>();
        var apart = season.appeals()
                .filter(appeal -> seen.add(order(appeal)))
                .limit(WARM_UP + MAILS + CLAIMS)
                .collect(Collectors.toCollection(ArrayList::new));
        if (apart.size() < WARM_UP + MAILS + CLAIMS) {
            throw new IllegalStateException("Only " + apart.size() + " customers complain");
        }
        Collections.shuffle(apart, new Random(7));
        return apart;
    }

    private static String order(Appeal appeal) {
        return Objects.requireNonNull(appeal.filing().orderNumber());
    }

    private static void quiet(Postgres postgres) throws InterruptedException {
        Installation.await("read", WITHIN, Duration.ofMillis(200), postgres::hasReadPhotos);
        Installation.await("quiet", WITHIN, Duration.ofMillis(200), postgres::isQuiet);
    }

    /** Milliseconds a mail, from the moment that all lie in the mailbox until the last is so far. */
    private record Arrived(double filed, double queued, double sent) {}

    private Arrived arrived(List<Appeal> appeals, Map<String, Order> orders, Postgres postgres) throws Exception {
        var before = last(postgres);
        for (var appeal : appeals) {
            box.deliver(mail(appeal, Objects.requireNonNull(orders.get(order(appeal)))));
        }
        long start = System.nanoTime();
        int count = appeals.size();
        await("filed", () -> claims(postgres, before) >= count);
        double filed = seconds(start);
        await("queued", () -> mailed(postgres, before, "") >= count);
        double queued = seconds(start);
        await("sent", () -> mailed(postgres, before, SENT) >= count);
        double sent = seconds(start);
        return new Arrived(filed * 1e3 / count, queued * 1e3 / count, sent * 1e3 / count);
    }

    private static MimeMessage mail(Appeal appeal, Order order) throws Exception {
        var customer = order.customer();
        var eml = """
                From: %1$s
                To: %2$s
                Subject: Wrong goods
                Message-ID: <%3$s@example.com>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=part

                --part
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Hello, this is about my order %4$s.

                %5$s
                --part
                Content-Type: image/png; name=photo.png
                Content-Disposition: attachment; filename=photo.png
                Content-Transfer-Encoding: base64

                %6$s
                --part--
                """.formatted(
                new InternetAddress(customer.email(), customer.name(), "UTF-8"),
                HELP,
                UUID.randomUUID(),
                order.orderNumber(),
                appeal.filing().statement(),
                Base64.getMimeEncoder().encodeToString(noise(appeal.number().hashCode())));
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(eml.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** A picture that cannot be packed: all but the text of {@link #KILOBYTES}. */
    private static byte[] noise(int number) {
        var random = new Random(number);
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIDE * SIDE; i++) {
            picture.setRGB(i % SIDE, i / SIDE, random.nextInt());
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    /** Ids grow with time: what comes later stands after it. */
    private static String last(Postgres postgres) throws SQLException {
        return postgres.text("SELECT id FROM claims.claim ORDER BY id DESC LIMIT 1");
    }

    private static long claims(Postgres postgres, String after) {
        return number(postgres, "SELECT count(*) FROM claims.claim WHERE id > '%s'".formatted(after));
    }

    private static final String SENT = " AND state = 'SENT'";

    /** How many of these claims have a mail to their customer. */
    private static long mailed(Postgres postgres, String after, String which) {
        return number(
                postgres,
                "SELECT count(DISTINCT claim_id) FROM correspondence.mail WHERE claim_id > '%s'".formatted(after)
                        + which);
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        Installation.await(what, WITHIN, Duration.ofMillis(10), condition);
    }

    private static long number(Postgres postgres, String sql) {
        try {
            return postgres.number(sql);
        } catch (SQLException lost) {
            throw new IllegalStateException(lost);
        }
    }

    /** Claims are filed, eight at a time, and each is acknowledged by a mail. */
    private static void written(Api api, List<Appeal> appeals, Postgres postgres, Report report) throws Exception {
        var before = last(postgres);
        long start = System.nanoTime();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var all = new ArrayList<Callable<Boolean>>();
            appeals.forEach(appeal -> all.add(() -> {
                api.post("/api/v1/claims", filing(appeal.filing())).is(201);
                return true;
            }));
            for (var each : clients.invokeAll(all)) {
                each.get();
            }
        }
        await("queued", () -> mailed(postgres, before, "") >= appeals.size());
        double inQueue = appeals.size() / seconds(start);
        await("sent", () -> mailed(postgres, before, SENT) >= appeals.size());
        double out = appeals.size() / seconds(start);
        report.row(
                "claims filed over REST, 8 clients, until each is acknowledged by a queued mail",
                "%.0f / s".formatted(inQueue),
                "");
        report.row("the same until the mail server has them all", "%.0f / s".formatted(out), "");
    }

    /**
     * Staff write to each of these claims, eight at a time, by the product’s own door; what is queued leaves meanwhile.
     *
     * @param after the claim before the first of them
     */
    private void told(Installation installation, String after, MerchantId merchant, Postgres postgres, Report report)
            throws Exception {
        var settings = settings().stream()
                .filter(setting -> !setting.contains(".imap."))
                .toArray(String[]::new);
        try (var product = new OwnProduct(installation.home(), settings)) {
            var context = product.context();
            var ids = List.of(postgres.text("SELECT string_agg(id::text, ' ') FROM claims.claim WHERE id > '%s'"
                                    .formatted(after))
                            .split(" "))
                    .stream()
                    .map(UUID::fromString)
                    .toList();
            var claims = context.getBean(Claims.class).all(merchant, ids);
            secrets(context, claims, report);
            var messages = context.getBean(Messages.class);
            write(1, claims, messages);
            Installation.await("sent", WITHIN, Duration.ofMillis(50), () -> waiting(postgres) == 0);
            long start = System.nanoTime();
            double inQueue;
            // Each mail carries a link of its own: while none can be issued, none leaves.
            try (var _ = postgres.hold("access.customer_link")) {
                write(ROUNDS, claims, messages);
                inQueue = seconds(start);
            }
            long leaving = System.nanoTime();
            await("sent", () -> waiting(postgres) == 0);
            double out = seconds(leaving);
            start = System.nanoTime();
            write(ROUNDS, claims, messages);
            double atOnce = seconds(start);
            await("sent", () -> waiting(postgres) == 0);
            double all = seconds(start);
            int count = ROUNDS * claims.size();
            report.atLeast(
                    "messages of staff, queued as mail in the transaction that says them, 8 at a time",
                    "%.0f / s".formatted(count / inQueue),
                    count / inQueue,
                    QUEUED,
                    "/ s",
                    "");
            report.row("then, until the mail server has them all", "%.0f / s".formatted(count / out), "");
            report.row("the same, queued while others leave", "%.0f / s".formatted(count / atOnce), "");
            report.row("the same, until the mail server has them all", "%.0f / s".formatted(count / all), "");
        }
    }

    /** How many of the claims have somebody else’s order nearby, and that a letter cannot tell of it. */
    private static void secrets(ApplicationContext context, Collection<Claim> claims, Report report) {
        var nearby = new HashMap<Claim, List<String>>();
        for (var claim : claims) {
            var others = context.getBeanProvider(Bystanders.class)
                    .orderedStream()
                    .flatMap(each -> each.orders(claim).stream())
                    .filter(number -> !number.equals(claim.filing().orderNumber()))
                    .distinct()
                    .toList();
            if (!others.isEmpty()) {
                nearby.put(claim, others);
            }
        }
        report.row(
                "claims that staff write on: with orders of others nearby; how many, mean",
                "%d of %d; %.0f"
                        .formatted(
                                nearby.size(),
                                claims.size(),
                                nearby.values().stream()
                                        .mapToInt(List::size)
                                        .average()
                                        .orElse(0)),
                "");
        var touched = nearby.entrySet().iterator().next();
        try {
            context.getBean(Messages.class)
                    .write(
                            touched.getKey().merchant(),
                            touched.getKey().id(),
                            Ids.next(),
                            "Yours went out with order " + touched.getValue().getFirst() + ".",
                            JO);
        } catch (Refused confidential) {
            return;
        }
        throw new IllegalStateException("A letter has told of somebody else’s order");
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void write(int rounds, Collection<Claim> claims, Messages messages) throws Exception {
        try (var writers = Executors.newFixedThreadPool(CLIENTS)) {
            var all = new ArrayList<Callable<Boolean>>();
            for (int round = 0; round < rounds; round++) {
                claims.forEach(claim -> all.add(() -> {
                    messages.write(claim.merchant(), claim.id(), Ids.next(), letter(claim), JO);
                    return true;
                }));
            }
            for (var each : writers.invokeAll(all)) {
                each.get();
            }
        }
    }

    private static String letter(Claim claim) {
        return """
            Thank you for telling us, and I am sorry that something else came than you had ordered with %s.

            I have looked at your photo and at our packing record, and I am finding out what happened. You do not have to do \
            anything now. I will write to you again as soon as I know more.

            Kind regards""".formatted(claim.filing().orderNumber());
    }

    private static long waiting(Postgres postgres) {
        return number(postgres, "SELECT count(*) FROM correspondence.mail WHERE state = 'WAITING'");
    }

    /** As a program of the shop files it. */
    private static String filing(Filing filing) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "orderNumber",
                        Objects.requireNonNull(filing.orderNumber()),
                        "contact",
                        Map.of("email", Objects.requireNonNull(filing.contact().email())),
                        "channel",
                        "API",
                        "statement",
                        filing.statement(),
                        "demand",
                        filing.demand().name(),
                        "lines",
                        filing.lines().stream().map(Mailing::line).toList()));
    }

    private static Map<String, Object> line(Filing.Line line) {
        var written = new LinkedHashMap<String, Object>();
        if (line.sku() != null) {
            written.put("sku", line.sku().value());
        }
        written.put("quantity", line.quantity());
        written.put("problem", line.problem().name());
        var came = line.received();
        if (came != null) {
            var received = new LinkedHashMap<String, Object>();
            received.put("quantity", came.quantity());
            if (came.sku() != null) {
                received.put("sku", came.sku().value());
            }
            if (came.gtin() != null) {
                received.put("gtin", came.gtin().digits());
            }
            if (came.description() != null) {
                received.put("description", came.description());
            }
            written.put("received", received);
        }
        return written;
    }

    @Override
    public void close() {
        server.stop();
    }
}
