package io.bihuan.hazard.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.debezium.config.Configuration;
import io.debezium.connector.postgresql.PostgresConnectorConfig;
import io.debezium.connector.postgresql.PostgresConnectorConfig.SecureConnectionMode;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class RelayConfigurationTest {

    private static final String PLAIN = "jdbc:postgresql://database:5433/hazard";

    @Test
    void theEngineReadsTheDatabaseThatTheServiceUses() {
        assertThat(engine(PLAIN))
                .contains(
                        entry("database.hostname", "database"),
                        entry("database.port", "5433"),
                        entry("database.dbname", "hazard"),
                        entry("database.user", "reader"),
                        entry("database.password", "secret"),
                        entry("offset.storage.jdbc.connection.url", PLAIN))
                .doesNotContainKey("database.sslmode");
    }

    @Test
    void itEncryptsAndTrustsAsTheAddressOfTheDatabaseSays() {
        String url = PLAIN + "?sslmode=verify-full&sslrootcert=/certs/ca%20of%20ours.crt&sslcert=/certs/tls.crt"
                + "&sslkey=/certs/tls.pk8&sslpassword=key";

        Properties engine = engine(url);

        assertThat(engine)
                .contains(
                        entry("database.sslmode", "verify-full"),
                        entry("database.sslrootcert", "/certs/ca of ours.crt"),
                        entry("database.sslcert", "/certs/tls.crt"),
                        entry("database.sslkey", "/certs/tls.pk8"),
                        entry("database.sslpassword", "key"),
                        entry("offset.storage.jdbc.connection.url", url));
        assertThat(SecureConnectionMode.parse(Configuration.from(engine).getString(PostgresConnectorConfig.SSL_MODE)))
                .as("as the connector reads it")
                .isEqualTo(SecureConnectionMode.VERIFY_FULL);
    }

    @Test
    void theProducerGetsIntoKafkaAsTheChannelsDo() {
        Map<String, Object> kafka = Map.of(
                "bootstrap.servers", "broker:9093",
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "ssl.truststore.location", "/certs/kafka.p12",
                "ssl.truststore.password", "store",
                "auto.offset.reset", "earliest",
                "client.id", "another");

        Map<String, Object> producer = RelayConfiguration.producer("bihuan-relay", kafka);

        assertThat(producer)
                .contains(
                        entry("bootstrap.servers", "broker:9093"),
                        entry("security.protocol", "SASL_SSL"),
                        entry("sasl.mechanism", "SCRAM-SHA-512"),
                        entry("sasl.jaas.config", kafka.get("sasl.jaas.config")),
                        entry("ssl.truststore.location", "/certs/kafka.p12"),
                        entry("ssl.truststore.password", "store"),
                        entry("client.id", "bihuan-relay"),
                        entry("acks", "all"))
                .doesNotContainKey("auto.offset.reset");
    }

    private static Properties engine(String url) {
        return RelayConfiguration.engine(url, "reader", "secret");
    }
}
