package io.bihuan.hazard.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * The keys under which personal data are encrypted: AES-256 in GCM by Tink. The first encrypts, all of them decrypt; so a
 * new one takes over as soon as it stands first, and an old one may go when nothing is left that it encrypted.
 */
public final class Keyring {

    static final String PROPERTY = "bihuan.identity.keys";

    private static final Pattern KEY = Pattern.compile("([1-9][0-9]{0,8}):([0-9a-fA-F]{64})");
    private static final String MEANT =
            "Each key is a number of its own, a colon and 64 hexadecimal digits, several are"
                    + " separated by commas, the one in use comes first. Make one with: echo \"1:$(openssl rand -hex 32)\"; see"
                    + " docs/operations.md, \"Personal data\".";

    private final Aead keys;
    private final int primary;
    private final Set<Integer> ids;

    private Keyring(Aead keys, int primary, Set<Integer> ids) {
        this.keys = keys;
        this.primary = primary;
        this.ids = ids;
    }

    static Keyring of(Config config) {
        return of(config.getOptionalValues(PROPERTY, String.class).orElse(List.of()));
    }

    /** @throws IllegalStateException saying what to do, and nothing of the keys */
    static Keyring of(List<String> configured) {
        if (configured.isEmpty()) {
            throw unusable("is not set, and without a key nobody's identity can be kept");
        }
        KeysetHandle.Builder handle = KeysetHandle.newBuilder();
        Set<Integer> ids = new LinkedHashSet<>();
        for (String each : configured) {
            Matcher key = KEY.matcher(each.strip());
            if (!key.matches()) {
                throw unusable("has no key where key number " + (ids.size() + 1) + " should stand");
            }
            int id = Integer.parseInt(key.group(1));
            if (!ids.add(id)) {
                throw unusable("has two keys that are numbered " + id);
            }
            KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key(id, key.group(2)));
            handle.addEntry(ids.size() == 1 ? entry.makePrimary() : entry);
        }
        try {
            AeadConfig.register();
            return new Keyring(
                    handle.build().getPrimitive(RegistryConfiguration.get(), Aead.class),
                    ids.iterator().next(),
                    ids);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks AES-256 in GCM", e);
        }
    }

    @AccessesPartialKey
    private static AesGcmKey key(int id, String digits) {
        try {
            return AesGcmKey.builder()
                    .setParameters(AesGcmParameters.builder()
                            .setKeySizeBytes(32)
                            .setIvSizeBytes(12)
                            .setTagSizeBytes(16)
                            .setVariant(AesGcmParameters.Variant.TINK)
                            .build())
                    .setKeyBytes(SecretBytes.copyFrom(HexFormat.of().parseHex(digits), InsecureSecretKeyAccess.get()))
                    .setIdRequirement(id)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("32 bytes must make a key", e);
        }
    }

    private static IllegalStateException unusable(String why) {
        return new IllegalStateException("%s (BIHUAN_IDENTITY_KEYS) %s. %s".formatted(PROPERTY, why, MEANT));
    }

    /**
     * Encrypts under the key in use.
     *
     * @param place where the ciphertext will stand, and nowhere else can be decrypted
     */
    public byte[] encrypt(byte[] plain, String place) {
        try {
            return keys.encrypt(plain, place.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not encrypt for " + place, e);
        }
    }

    /** @throws IllegalStateException if it was changed, stood in another place, or its key is not here */
    public byte[] decrypt(byte[] ciphertext, String place) {
        try {
            return keys.decrypt(ciphertext, place.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "%s cannot be decrypted: changed, moved from another place, or its key %d is not in %s"
                            .formatted(place, keyOf(ciphertext), PROPERTY),
                    e);
        }
    }

    /** The number of the key in use. */
    public int primary() {
        return primary;
    }

    boolean has(int id) {
        return ids.contains(id);
    }

    /** The number of the key under which something was encrypted: Tink writes it behind a byte that says so. */
    private static int keyOf(byte[] ciphertext) {
        return ciphertext.length < 5 ? 0 : ByteBuffer.wrap(ciphertext).getInt(1);
    }
}
