package io.bihuan.stack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.stack.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class RealPartsTest {

    @Test
    void aServiceGetsItsDatabaseAndTheBrokerWithTheTopics() throws Exception {
        var settings = start(Map.of("database", "hazard"));
        try (var connection = DriverManager.getConnection(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.flyway.username"),
                        settings.get("quarkus.flyway.password"));
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT rolname FROM pg_roles WHERE rolreplication AND NOT rolsuper")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo(settings.get("quarkus.datasource.username"));
        }
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", Objects.requireNonNull(settings.get("kafka.bootstrap.servers"))))) {
            assertThat(admin.listTopics().names().get())
                    .contains("hazard.events", "district.events", "notification.dead-letter", "reporting.dead-letter");
        }
        assertThat(settings).containsEntry("quarkus.http.test-port", "0").doesNotContainKey("bihuan.sms.http.url");
    }

    @Test
    void everyTestClassOfAJvmUsesTheSameParts() {
        var first = start(Map.of("database", "hazard"));
        var second = start(Map.of("database", "hazard"));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void theSmsInboxStartsWhenAskedFor() throws Exception {
        var settings = start(Map.of("database", "notification", "sms", "true"));
        var gateway = settings.get("bihuan.sms.http.url");
        var page = HttpRequest.newBuilder(
                        URI.create(Objects.requireNonNull(gateway).replace("/sms", "/messages")))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(page, BodyHandlers.ofString())
                        .body())
                .isEqualTo("{\"items\":[]}");
        assertThat(Ports.answers(Integer.parseInt(Objects.requireNonNull(settings.get("bihuan.sms.smpp.port")))))
                .isTrue();
        assertThat(settings).containsKeys("bihuan.sms.smpp.system-id", "bihuan.sms.smpp.password");
    }

    private static Map<String, String> start(Map<String, String> arguments) {
        var parts = new RealParts();
        parts.init(arguments);
        return parts.start();
    }
}
