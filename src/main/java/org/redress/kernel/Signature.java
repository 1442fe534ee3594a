package org.redress.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Lets whoever we send a request to see that it is ours and as we sent it (docs/partners.md): HMAC-SHA256, in hexadecimal digits. */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    public Signature(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** @param timestamp seconds since 1970, as they stand beside the signature */
    public String of(String timestamp, String key, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((timestamp + "." + key + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, missing);
        }
    }
}
