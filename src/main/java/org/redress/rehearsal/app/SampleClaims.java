package org.redress.rehearsal.app;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.access.Accounts;
import org.redress.access.Role;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.rehearsal.model.Complaint;
import org.redress.rehearsal.model.Complaints;
import org.redress.remedy.RemedyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Files the sample claims and carries them on, each as far as its plot goes, through the same doors as everybody. Runs
 * beside a server that is ready; an order that has a claim is left alone, so a second start changes nothing.
 */
@Component
@ConditionalOnProperty(name = "redress.sample", havingValue = "true", matchIfMissing = true)
class SampleClaims implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(SampleClaims.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final SampleData data;
    private final Claims claims;
    private final Evidence evidence;
    private final Accounts accounts;
    private final InstantSource clock;
    private @Nullable Thread work;

    SampleClaims(SampleData data, Claims claims, Evidence evidence, Accounts accounts, InstantSource clock) {
        this.data = data;
        this.claims = claims;
        this.evidence = evidence;
        this.accounts = accounts;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        work = Thread.ofVirtual().name("sample-claims").start(this::run);
    }

    @Override
    public void destroy() throws InterruptedException {
        if (work != null) {
            work.interrupt();
            work.join(PATIENCE);
        }
    }

    private void run() {
        try {
            data.merchant().ifPresent(merchant -> fileAll(merchant.id()));
        } catch (Stopped stopped) {
            log.info("Sample claims: stopped with the server; what is missing is filed at the next start");
        }
    }

    /** A filed claim that has a way to go. */
    private record Begun(UUID claim, Complaint complaint) {}

    private void fileAll(MerchantId merchant) {
        long start = System.nanoTime();
        var begun = new ArrayList<Begun>();
        for (var complaint : complaints()) {
            if (isNew(merchant, complaint)) {
                attempt(complaint, () -> begun.add(new Begun(file(merchant, complaint), complaint)));
            }
        }
        var staff = staff(merchant);
        if (begun.isEmpty() || staff.isEmpty()) {
            return;
        }
        var scenes = begun.stream()
                .map(each -> new Scene(merchant, each, staff.get()))
                .toList();
        scenes.forEach(scene -> attempt(scene.complaint, scene::play));
        scenes.forEach(scene -> attempt(scene.complaint, scene::end));
        log.info(
                "Sample claims: {} filed and carried on in {} s",
                begun.size(),
                (System.nanoTime() - start) / 1_000_000_000);
    }

    private List<Complaint> complaints() {
        return Stream.concat(Complaints.of(data.shop()).stream(), data.season().complaints().stream())
                .toList();
    }

    private boolean isNew(MerchantId merchant, Complaint complaint) {
        var sameOrder =
                new ClaimSearch(null, null, Set.of(), complaint.orderNumber(), null, ClaimSearch.Sort.FILED, null, 1);
        return claims.search(merchant, sameOrder).items().isEmpty();
    }

    private UUID file(MerchantId merchant, Complaint complaint) {
        var files = new HashMap<EvidenceId, EvidenceKind>();
        for (var photo : complaint.photos()) {
            stopIfAsked();
            var content = new ByteArrayInputStream(photo.drawn().get());
            files.put(evidence.receive(merchant, photo.fileName(), content).id(), photo.kind());
        }
        var filing = new Filing(
                complaint.orderNumber(),
                complaint.trackingNumber(),
                complaint.contact(),
                complaint.channel(),
                complaint.statement(),
                complaint.demand(),
                clock.instant().minus(Duration.ofHours(3)),
                null,
                null,
                complaint.lines(),
                complaint.language(),
                Map.copyOf(files));
        return claims.file(merchant, filing, new Actor.Customer()).claim().id();
    }

    private void attempt(Complaint complaint, Runnable act) {
        stopIfAsked();
        try {
            act.run();
        } catch (Stopped stopped) {
            throw stopped;
        } catch (Refused no) {
            log.warn(
                    "Sample claim on {} stopped: {}",
                    complaint.orderNumber(),
                    no.refusal().code());
        }
    }

    /** Who works on the sample claims. */
    private record Staff(Account agent, Account supervisor) {}

    private Optional<Staff> staff(MerchantId merchant) {
        var supervisors = accounts.holding(merchant, Role.SUPERVISOR);
        var agents = accounts.holding(merchant, Role.AGENT).stream()
                .filter(account -> !account.roles().contains(Role.SUPERVISOR))
                .toList();
        return supervisors.isEmpty() || agents.isEmpty()
                ? Optional.empty()
                : Optional.of(new Staff(agents.getFirst(), supervisors.getFirst()));
    }

    /** One claim from its filing to where its plot ends. */
    private final class Scene {
        private final MerchantId merchant;
        private final UUID id;
        private final Complaint complaint;
        private final Account agent;
        private final Account supervisor;

        Scene(MerchantId merchant, Begun begun, Staff staff) {
            this.merchant = merchant;
            this.id = begun.claim();
            this.complaint = begun.complaint();
            this.agent = staff.agent();
            this.supervisor = staff.supervisor();
        }

        void play() {
            await(() -> evidence.ofClaim(merchant, id).stream()
                    .noneMatch(file -> file.readState() == EvidenceItem.ReadState.PENDING));
            switch (complaint.plot()) {
                case NEW -> {}
                case ACCEPTED -> accept();
                case ASKED -> {
                    var what = complaint.photos().isEmpty() ? missing() : List.<String>of();
                    byAgent(new ClaimCommand.AskInformation(what, complaint.says()));
                }
                case OFFERED -> offer();
                case COUNTERED -> counter();
                case AGREED, CLOSED_HAPPY, UNHAPPY -> agree();
                case REJECTED_AND_APPEALED -> {
                    byAgent(new ClaimCommand.Reject(complaint.says()));
                    claims.handle(merchant, id, new ClaimCommand.ReviewRejection(true, null), acting(supervisor), null);
                    byCustomer(new ClaimCommand.Appeal(complaint.replies()));
                }
                case ESCALATED -> {
                    accept();
                    byAgent(new ClaimCommand.Escalate(complaint.says()));
                }
            }
        }

        /** What can only be said once the remedy is carried out. */
        void end() {
            switch (complaint.plot()) {
                case CLOSED_HAPPY -> rate(5);
                case UNHAPPY -> rate(2);
                case NEW, ACCEPTED, ASKED, OFFERED, COUNTERED, AGREED, REJECTED_AND_APPEALED, ESCALATED -> {}
            }
        }

        private List<String> missing() {
            return claims.verification(claims.find(merchant, id).orElseThrow()).missingEvidence().stream()
                    .map(Enum::name)
                    .toList();
        }

        private void accept() {
            byAgent(new ClaimCommand.Assign(agent.id()));
            if (now().state() instanceof ClaimState.Submitted) {
                byAgent(new ClaimCommand.Accept(null));
            }
        }

        /** What the customer asked for, else the least costly; somebody else looks at it where that is the rule. */
        private void offer() {
            accept();
            var options = claims.remedyOptions(merchant, id).options();
            var best = options.stream()
                    .filter(RemedyOption::demanded)
                    .findFirst()
                    .or(() -> options.stream().findFirst());
            if (best.isPresent() && now().state() instanceof ClaimState.Accepted) {
                var offered = claims.offer(merchant, id, best.get().plan(), acting(agent), null)
                        .currentOffer();
                if (offered != null && best.get().approvalNeeded()) {
                    claims.handle(
                            merchant,
                            id,
                            new ClaimCommand.DecideApproval(offered.id(), true, null),
                            acting(supervisor),
                            null);
                }
            }
        }

        private void agree() {
            offer();
            var offer = now().currentOffer();
            if (offer != null) {
                byCustomer(new ClaimCommand.AcceptOffer(offer.id(), consent()));
            }
        }

        private String consent() {
            return complaint.language().getLanguage().equals("zh") ? "同意此处理方案。" : "I agree to this offer.";
        }

        private void counter() {
            offer();
            var offer = now().currentOffer();
            if (offer != null) {
                claims.remedyOptions(merchant, id).options().stream()
                        .map(RemedyOption::plan)
                        .filter(plan -> !plan.equals(offer.plan()))
                        .findFirst()
                        .ifPresent(wish ->
                                byCustomer(new ClaimCommand.CounterOffer(offer.id(), wish, complaint.replies())));
            }
        }

        private void rate(int score) {
            if (await(() -> now().state() instanceof ClaimState.FollowingUp)) {
                byCustomer(new ClaimCommand.RateSatisfaction(score, complaint.replies()));
            }
        }

        private Claim now() {
            return claims.find(merchant, id).orElseThrow();
        }

        private void byAgent(ClaimCommand command) {
            claims.handle(merchant, id, command, acting(agent), null);
        }

        private void byCustomer(ClaimCommand command) {
            claims.handle(merchant, id, command, new Actor.Customer(), null);
        }

        private static Actor acting(Account account) {
            return new Actor.Staff(account.id(), account.name());
        }
    }

    /** False where it has not come true in a reasonable time: then the claim stays where it is. */
    private static boolean await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopping) {
                throw new Stopped();
            }
        }
        return true;
    }

    private static void stopIfAsked() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
    }

    /** The server stops. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super(null, null, false, false);
        }
    }
}
