package org.redress.rota.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.access.Accounts;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.claims.Channel;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.MerchantId;
import org.redress.rota.Member;
import org.redress.rota.store.MemberTable;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Many claims of somebody who goes away. */
@RedressTest
class HandOverIT {
    private static final int MANY = 130;

    @Autowired
    RotaDesk desk;

    @Autowired
    MemberTable members;

    @Autowired
    Claims claims;

    @Autowired
    Merchants merchants;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks links;

    @Autowired
    MerchantTransactions transactions;

    @Test
    void each_goes_by_a_move_of_its_own_to_whoever_has_room_and_a_second_time_nothing_goes() {
        var merchant = OwnMerchant.found(merchants);
        var jo = agent(merchant, "Jo Park");
        var li = agent(merchant, "Li Wei");
        var ann = agent(merchant, "Ann Reed");
        var theirs = new ArrayList<UUID>();
        for (int i = 0; i < MANY; i++) {
            var claim = claims.file(merchant, filing(i), new Actor.Customer())
                    .claim()
                    .id();
            claims.handle(merchant, claim, new ClaimCommand.Assign(jo), new Actor.Product(), null);
            theirs.add(claim);
        }
        transactions.run(merchant, () -> {
            members.put(merchant, new Member(jo, true, Set.of(), Set.of(), Set.of(), 25, Instant.EPOCH, null, li));
            members.put(merchant, new Member(li, true, Set.of(), Set.of(), Set.of(), 80, null, null, null));
            members.put(merchant, new Member(ann, true, Set.of(), Set.of(), Set.of(), 30, null, null, null));
        });

        desk.handOver(merchant, jo);
        var after = assignees(merchant, theirs);
        assertThat(Collections.frequency(after, li)).isEqualTo(80);
        assertThat(Collections.frequency(after, ann)).isEqualTo(30);
        assertThat(after.stream().filter(Objects::isNull)).hasSize(MANY - 110);
        desk.handOver(merchant, jo);
        assertThat(assignees(merchant, theirs)).isEqualTo(after);
        assertThat(theirs)
                .allSatisfy(claim -> assertThat(claims.timeline(merchant, claim).stream()
                                .filter(entry -> entry.event() instanceof ClaimEvent.ClaimAssigned))
                        .hasSize(2));
    }

    private List<@Nullable UUID> assignees(MerchantId merchant, List<UUID> some) {
        var all = new ArrayList<@Nullable UUID>();
        some.forEach(id -> all.add(claims.find(merchant, id).orElseThrow().assignee()));
        return all;
    }

    private UUID agent(MerchantId merchant, String name) {
        var path = accounts.invite(merchant, UUID.randomUUID() + "@example.org", name, Set.of(Role.AGENT));
        links.choosePassword(path.substring("/password/".length()), "a few words in a row");
        return accounts.all(merchant).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Filing filing(int i) {
        return new Filing(
                "O-" + i,
                null,
                new Filing.Contact("Ada", "ada" + i + "@example.com", null),
                Channel.PHONE,
                "A blue mug came.",
                Demand.REFUND,
                null,
                null,
                null,
                List.of(),
                Locale.ENGLISH,
                Map.of());
    }
}
