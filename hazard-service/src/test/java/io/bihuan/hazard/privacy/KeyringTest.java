package io.bihuan.hazard.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyringTest {

    private static final String OLD = "1:" + "0123456789abcdef".repeat(4);
    private static final String NEW = "2:" + "00112233445566778899AABBCCDDEEFF".repeat(2);
    private static final byte[] TEXT = "来电人".getBytes(UTF_8);

    @Test
    void whatWasEncryptedForAPlaceIsDecryptedThere() {
        Keyring keys = Keyring.of(List.of(OLD));
        byte[] ciphertext = keys.encrypt(TEXT, "CALLER:1");
        assertThat(new String(ciphertext, UTF_8)).doesNotContain("来电人");
        assertThat(keys.decrypt(ciphertext, "CALLER:1")).isEqualTo(TEXT);
    }

    @Test
    void aCiphertextThatWasMovedOrChangedIsNotDecrypted() {
        Keyring keys = Keyring.of(List.of(OLD));
        byte[] ciphertext = keys.encrypt(TEXT, "CALLER:1");
        assertThatThrownBy(() -> keys.decrypt(ciphertext, "CALLER:2")).hasMessageContaining("CALLER:2");
        ciphertext[ciphertext.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.decrypt(ciphertext, "CALLER:1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameTextIsNeverTheSameCiphertext() {
        Keyring keys = Keyring.of(List.of(OLD));
        assertThat(keys.encrypt(TEXT, "CALLER:1")).isNotEqualTo(keys.encrypt(TEXT, "CALLER:1"));
    }

    @Test
    void theFirstKeyEncryptsAndThoseBehindItStillDecrypt() {
        byte[] ciphertext = Keyring.of(List.of(OLD)).encrypt(TEXT, "CALLER:1");
        Keyring rotated = Keyring.of(List.of(NEW, OLD));
        assertThat(rotated.primary()).isEqualTo(2);
        assertThat(rotated.decrypt(ciphertext, "CALLER:1")).isEqualTo(TEXT);
        byte[] anew = rotated.encrypt(TEXT, "CALLER:1");
        assertThat(Keyring.of(List.of(NEW)).decrypt(anew, "CALLER:1")).isEqualTo(TEXT);
        assertThatThrownBy(() -> Keyring.of(List.of(OLD)).decrypt(anew, "CALLER:1"))
                .hasMessageContaining("its key 2 is not in bihuan.identity.keys");
    }

    @Test
    void withoutAKeyTheServiceDoesNotStartAndSaysHowToMakeOne() {
        assertThatThrownBy(() -> Keyring.of(List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BIHUAN_IDENTITY_KEYS) is not set")
                .hasMessageContaining("echo \"1:$(openssl rand -hex 32)\"");
    }

    @ParameterizedTest
    @CsvSource({"1:deadbeef", "deadbeef", "0:deadbeef", "'1:'", "' '", "-1:deadbeef"})
    void aMalformedKeyIsRefusedByItsPlaceAndNeverQuoted(String malformed) {
        assertThatThrownBy(() -> Keyring.of(List.of(OLD, malformed)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no key where key number 2 should stand")
                .hasMessageNotContaining("deadbeef")
                .hasMessageNotContaining(OLD);
    }

    @Test
    void twoKeysOfOneNumberAreRefused() {
        assertThatThrownBy(() -> Keyring.of(List.of(OLD, OLD))).hasMessageContaining("two keys that are numbered 1");
    }
}
