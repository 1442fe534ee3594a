package org.redress.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
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
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.redress.access.Merchants;
import org.redress.correspondence.Messages;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.testing.Api;
import org.slf4j.LoggerFactory;

/**
 * How fast mail becomes claims, and how fast what we write is queued and leaves, against real SMTP and IMAP servers in the same
 * process as the clock.
 */
final class Mailing implements AutoCloseable {
    private static final double MAIL_MILLISECONDS = 150;
    private static final double QUEUED = 100;
    private static final int KILOBYTES = 20;

    /** Of a picture, in pixels: three bytes each, and a third more in Base64. */
    private static final int SIDE = 68;

    private static final int WARM_UP = 60;
    private static final int MAILS = 200;
    private static final int CLAIMS = 600;
    private static final int CLIENTS = 8;

    /** How often each of these claims is written to while the clock runs. */
    private static final int ROUNDS = 2;

    private static final String LETTER = """
            Thank you for telling us, and I am sorry that a blue mug came instead of the red one you ordered.

            I have looked at your photo and at our packing record, and I am finding out what happened. You do not have to do \
            anything now. I will write to you again as soon as I know more.

            Kind regards""";
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
        System.out.println("Mailing …");
        arrived(WARM_UP, postgres);
        Installation.await("quiet", WITHIN, Duration.ofMillis(200), postgres::isQuiet);
        double each = arrived(MAILS, postgres);
        report.row(
                "a mail of %d kB becomes a claim, acknowledged and answered by mail".formatted(KILOBYTES),
                "%.0f ms".formatted(each),
                each,
                MAIL_MILLISECONDS,
                "ms",
                "");
        // What the pictures show is read in jobs of their own, which would stand in the way of what is measured next.
        Installation.await("read", WITHIN, Duration.ofMillis(200), postgres::hasReadPhotos);
        Installation.await("quiet", WITHIN, Duration.ofMillis(200), postgres::isQuiet);
        written(Api.sample(installation.port()), postgres, report);
        Installation.await("quiet", WITHIN, Duration.ofMillis(200), postgres::isQuiet);
        told(installation, postgres, report);
    }

    /** Milliseconds a mail, from the moment that all lie in the mailbox to the last claim. */
    private double arrived(int count, Postgres postgres) throws Exception {
        long before = claims(postgres);
        for (int i = 0; i < count; i++) {
            box.deliver(mail(i));
        }
        long start = System.nanoTime();
        Installation.await("filed", WITHIN, Duration.ofMillis(10), () -> claims(postgres) - before >= count);
        return (System.nanoTime() - start) / 1e6 / count;
    }

    private static MimeMessage mail(int number) throws MessagingException {
        var eml = """
                From: Customer %1$d <customer%1$d@example.com>
                To: %2$s
                Subject: Wrong mug
                Message-ID: <%3$s@example.com>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=part

                --part
                Content-Type: text/plain; charset=utf-8

                Hello, I ordered a red mug with order B-%1$d, and a blue one came. I would like the right one.
                --part
                Content-Type: image/png; name=mug.png
                Content-Disposition: attachment; filename=mug.png
                Content-Transfer-Encoding: base64

                %4$s
                --part--
                """.formatted(
                        number, HELP, UUID.randomUUID(), Base64.getMimeEncoder().encodeToString(noise(number)));
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

    private static long claims(Postgres postgres) {
        return number(postgres, "SELECT count(*) FROM claims.claim");
    }

    private static long number(Postgres postgres, String sql) {
        try {
            return postgres.number(sql);
        } catch (SQLException lost) {
            throw new IllegalStateException(lost);
        }
    }

    /** Claims are filed, eight at a time, and each is acknowledged by a mail. */
    private static void written(Api api, Postgres postgres, Report report) throws Exception {
        long queued = number(postgres, "SELECT count(*) FROM correspondence.mail");
        long sent = number(postgres, "SELECT count(*) FROM correspondence.mail WHERE state = 'SENT'");
        long start = System.nanoTime();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var all = new ArrayList<Callable<Boolean>>();
            IntStream.range(0, CLAIMS)
                    .forEach(number -> all.add(() -> {
                        api.post("/api/v1/claims", filing(number)).is(201);
                        return true;
                    }));
            for (var each : clients.invokeAll(all)) {
                each.get();
            }
        }
        Installation.await(
                "queued",
                WITHIN,
                Duration.ofMillis(10),
                () -> number(postgres, "SELECT count(*) FROM correspondence.mail") - queued >= CLAIMS);
        double inQueue = CLAIMS / ((System.nanoTime() - start) / 1e9);
        Installation.await(
                "sent",
                WITHIN,
                Duration.ofMillis(10),
                () -> number(postgres, "SELECT count(*) FROM correspondence.mail WHERE state = 'SENT'") - sent
                        >= CLAIMS);
        double out = CLAIMS / ((System.nanoTime() - start) / 1e9);
        report.row(
                "claims filed over REST, 8 clients, until each is acknowledged by a queued mail",
                "%.0f / s".formatted(inQueue),
                "");
        report.row("the same until the mail server has them all", "%.0f / s".formatted(out), "");
    }

    /** Staff write to each of these claims, eight at a time, by the product’s own door; what is queued leaves meanwhile. */
    private void told(Installation installation, Postgres postgres, Report report) throws Exception {
        var settings = settings().stream()
                .filter(setting -> !setting.contains(".imap."))
                .toArray(String[]::new);
        try (var product = new OwnProduct(installation.home(), settings)) {
            var messages = product.context().getBean(Messages.class);
            var merchant = product.context()
                    .getBean(Merchants.class)
                    .bySlug("demo")
                    .orElseThrow()
                    .id();
            var claims = Stream.of(postgres.text("""
                            SELECT string_agg(DISTINCT claim_id::text, ' ') FROM correspondence.mail
                             WHERE recipient LIKE 'w%@example.com'""").split(" "))
                    .map(UUID::fromString)
                    .toList();
            write(1, claims, messages, merchant);
            Installation.await("sent", WITHIN, Duration.ofMillis(50), () -> waiting(postgres) == 0);
            long start = System.nanoTime();
            double inQueue;
            // Each mail carries a link of its own: while none can be issued, none leaves.
            try (var _ = postgres.hold("access.customer_link")) {
                write(ROUNDS, claims, messages, merchant);
                inQueue = seconds(start);
            }
            long leaving = System.nanoTime();
            Installation.await("sent", WITHIN, Duration.ofMillis(10), () -> waiting(postgres) == 0);
            double out = seconds(leaving);
            start = System.nanoTime();
            write(ROUNDS, claims, messages, merchant);
            double atOnce = seconds(start);
            Installation.await("sent", WITHIN, Duration.ofMillis(10), () -> waiting(postgres) == 0);
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

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void write(int rounds, List<UUID> claims, Messages messages, MerchantId merchant) throws Exception {
        try (var writers = Executors.newFixedThreadPool(CLIENTS)) {
            var all = new ArrayList<Callable<Boolean>>();
            for (int round = 0; round < rounds; round++) {
                claims.forEach(claim -> all.add(() -> {
                    messages.write(merchant, claim, Ids.next(), LETTER, new Actor.Staff(new UUID(1, 1), "Jo Park"));
                    return true;
                }));
            }
            for (var each : writers.invokeAll(all)) {
                each.get();
            }
        }
    }

    private static long waiting(Postgres postgres) {
        return number(postgres, "SELECT count(*) FROM correspondence.mail WHERE state = 'WAITING'");
    }

    private static String filing(int number) {
        return """
               {"orderNumber": "W-%1$d", "contact": {"email": "w%1$d@example.com"}, "channel": "API",
                "statement": "I ordered a red mug and a blue one came.", "demand": "REFUND",
                "lines": [{"sku": "MUG-RED-350", "quantity": 1, "problem": "WRONG_VARIANT"}]}
               """.formatted(number);
    }

    @Override
    public void close() {
        server.stop();
    }
}
