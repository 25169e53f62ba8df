package io.bihuan.hazard.registers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GB 32100-2015: check characters worked out by hand with the standard's weights 1, 3, 9, 27, 19, 26, 16… */
class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final CreditCode.Check CHECK = new CreditCode.Check();

    @ParameterizedTest
    @ValueSource(
            strings = {
                // 9·1 + 1·3 + 6·9 + 3·27 + 0·19 + 1·26 + 0·16 + 2·17 + M(21)·20 + A(10)·29 + 7·25 + 5·13 + 2·8
                // + 0·24 + 0·10 + 0·30 + 1·28 = 1201 = 38·31 + 23; 31 − 23 = 8
                "91630102MA75200018",
                // The same with a 2 at the end adds 28: 1229 = 39·31 + 20; 31 − 20 = 11, which is B
                "91630102MA7520002B",
                // A zero throughout but for the first: 1·1; 31 − 1 = 30, which is Y
                "10000000000000000Y",
                // The sum is a multiple of 31, 1·28 + 3·1, and the check character 0
                "300000000000000010",
            })
    void aCodeWithItsCheckCharacterIsTaken(String code) {
        assertThat(valid(code)).isTrue();
    }

    @Test
    void everySingleWrongCharacterIsFound() {
        String code = "91630102MA75200018";
        for (int i = 0; i < code.length(); i++) {
            for (char wrong : ALPHABET.toCharArray()) {
                if (wrong != code.charAt(i)) {
                    String typo = code.substring(0, i) + wrong + code.substring(i + 1);
                    assertThat(valid(typo)).as(typo).isFalse();
                }
            }
        }
    }

    @Test
    void neighboursThatWereSwappedAreFound() {
        String code = "91630102MA75200018";
        for (int i = 0; i < code.length() - 1; i++) {
            String swapped = code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
            assertThat(valid(swapped)).as(swapped).isEqualTo(swapped.equals(code));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9163010",
                "91630102MA752000180",
                "91630102ma75200018",
                "９１６３０１０２MA75200018",
                "91630102MA7520001I",
                "91630102MA7520001O",
                "91630102MA7520001S",
                "91630102MA7520001V",
                "91630102MA7520001Z",
                "9163010AMA75200018",
                " 91630102MA75200018",
                "000000000000000000000000000000000000"
            })
    void whatHasAnotherFormIsNone(String code) {
        assertThat(valid(code)).isFalse();
    }

    private static boolean valid(String code) {
        return CHECK.isValid(code, null);
    }
}
