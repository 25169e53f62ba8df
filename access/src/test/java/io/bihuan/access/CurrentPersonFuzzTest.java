package io.bihuan.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.params.provider.MethodSource;

/** Of tokens that were found genuine: whoever may name himself at the provider may name himself anything. */
class CurrentPersonFuzzTest {

    static Stream<String> claims() {
        return Stream.of(
                "{\"sub\": \"a\", \"name\": \"n\", \"unit\": \"u\", \"districts\": [\"63\", \"6301\"]}",
                "{\"sub\": \"a\", \"name\": \"" + "x".repeat(99)
                        + "\uD83D\uDE00\", \"unit\": [], \"districts\": \"63\"}",
                "{\"sub\": \"a\", \"name\": \"a\\u0000\\ud83d\\n\", \"districts\": [null, 1, {}, [\"63\"]]}",
                "{\"sub\": \"a\", \"name\": 1, \"preferred_username\": \" \", \"unit\": \"\\u0000\"}");
    }

    @MethodSource("claims")
    @FuzzTest
    void aPersonHasANameThatCanBeKeptAndNoDistrictsButCodes(@NotNull String claims) {
        JwtClaims read;
        try {
            read = JwtClaims.parse(claims);
            if (read.getSubject() == null) {
                return;
            }
        } catch (InvalidJwtException | org.jose4j.jwt.MalformedClaimException refused) {
            return;
        }
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new OidcJwtCallerPrincipal(read, null))
                .addRoles(Set.of("INSPECTOR", "x"))
                .build();

        var person = new CurrentPerson(identity).get();

        assertThat(person.roles()).containsExactly(Role.INSPECTOR);
        assertThat(person.name()).hasSizeLessThanOrEqualTo(100).doesNotContainPattern("[\\p{Cc}\\p{Cs}]");
        assertThat(person.districts()).allMatch(code -> code.matches("[0-9A-Z]{2,12}"));
        assertThat(String.valueOf(person.unit())).doesNotContainPattern("[\\p{Cc}\\p{Cs}]");
    }
}
