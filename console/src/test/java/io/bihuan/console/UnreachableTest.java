package io.bihuan.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are told while a service is away. */
@QuarkusTest
@TestProfile(UnreachableTest.NobodyThere.class)
class UnreachableTest extends ConsoleTest {

    public static final class NobodyThere implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("bihuan.console.hazard-service", "http://127.0.0.1:1");
        }
    }

    @Test
    void aServiceThatIsAwayIsAProblemThatSaysWhatToDo() {
        Browser browser = signedIn();
        HttpResponse<String> answer = browser.fetch("/api/hazards");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getString("title")).isEqualTo("服务暂时不可用");
        assertThat(problem.getString("instance")).isEqualTo("/api/hazards");
    }

    @Test
    void soIsOneThatWasSentAFile() {
        Browser browser = signedIn();
        HttpResponse<String> answer =
                browser.send(browser.ask("/api/imports").POST(BodyPublishers.ofByteArray(new byte[1 << 20])));
        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void theOthersAreThereAllTheSame() {
        assertThat(signedIn().fetch("/api/reports/districts").statusCode()).isEqualTo(200);
    }
}
