package org.redress.correspondence.out;

import java.util.Locale;
import org.redress.correspondence.Channel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Takes every text and sends none. What it was handed stands on the claim, where staff read it. */
@Component
@ConditionalOnProperty(name = "redress.channel.adapter", havingValue = "sandbox")
class SandboxChannel implements Channel {
    private static final int SPOKEN = 8;

    /** The same for the same id, as somebody would answer who knows it already. */
    @Override
    public Outcome hand(Text text) {
        var id = text.id().toString();
        return new Outcome.Taken("SANDBOX-" + id.substring(id.length() - SPOKEN).toUpperCase(Locale.ROOT));
    }
}
