package io.bihuan.notification.delivery.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The signature of what is said between us and the gateway, both ways: {@code sha256=} and the hexadecimal HMAC-SHA256, under
 * the shared secret, of the timestamp's text, a full stop, and the body's very bytes.
 */
@ApplicationScoped
public class Signature {

    /** Header with the instant of signing, RFC 3339; a gateway may also say seconds since 1970. */
    public static final String TIMESTAMP = "X-Timestamp";

    /** Header with the signature. */
    public static final String SIGNATURE = "X-Signature";

    /** Older or newer than this, a request may be somebody's recording of an earlier one. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final InstantSource time;

    Signature(@ConfigProperty(name = "bihuan.sms.http.secret") String secret, InstantSource time) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.time = time;
    }

    String of(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '.');
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** Whether the body was signed with the shared secret, just now. */
    public boolean vouchesFor(byte[] body, @Nullable String timestamp, @Nullable String signature) {
        return timestamp != null
                && signature != null
                && fresh(timestamp)
                && MessageDigest.isEqual(
                        of(timestamp, body).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private boolean fresh(String timestamp) {
        try {
            var signed = SECONDS.matcher(timestamp).matches()
                    ? Instant.ofEpochSecond(Long.parseLong(timestamp))
                    : Instant.parse(timestamp);
            return Duration.between(signed, time.instant()).abs().compareTo(FRESH) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
