package io.bihuan.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a session when its tokens end. */
@QuarkusTest
@TestProfile(TokensTest.WithoutRenewal.class)
class TokensTest extends ConsoleTest {

    /** As with a provider that renews nothing. */
    public static final class WithoutRenewal implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.token.age", "3S",
                    "quarkus.oidc.token.refresh-expired", "false",
                    "quarkus.oidc.token.lifespan-grace", "0",
                    "quarkus.oidc.token.refresh-token-time-skew", "0S");
        }
    }

    @Test
    void aSessionEndsWithItsTokens() {
        Browser browser = browser();
        browser.signIn("/", "office", OFFICE);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(browser.fetch("/session").statusCode()).isIn(401, 499));
        assertThat(browser.open("/office").statusCode()).isEqualTo(302);
    }
}
