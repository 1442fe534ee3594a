package org.redress.correspondence.rest;

import java.util.function.Function;
import org.redress.claims.Claim;
import org.redress.claims.RecordPart;
import org.redress.correspondence.Message;
import org.redress.correspondence.Messages;
import org.springframework.stereotype.Component;

/** What was said, in the claim’s whole file for programs. */
@Component
class MessagesRecord implements RecordPart {
    private final Messages messages;

    MessagesRecord(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public Iterable<MessageWire> forStaff(Claim claim) {
        return wires(claim, message -> MessageWire.of(message, true));
    }

    @Override
    public Iterable<MessageWire> forCustomer(Claim claim) {
        return wires(claim, message -> MessageWire.of(message, false).said());
    }

    /** All of it: read page by page while it is written. */
    private Iterable<MessageWire> wires(Claim claim, Function<Message, MessageWire> wire) {
        return () -> messages.all(claim.merchant(), claim.id()).map(wire).iterator();
    }
}
