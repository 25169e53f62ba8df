package io.bihuan.hazard.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** What the relay's parts are told: the connector's own settings plus where this service's database is. */
final class RelayConfiguration {

    static final String CONNECTOR = "relay/connector.properties";

    /** How the driver is to encrypt and whom it is to trust; the connector has a setting of the same name for each. */
    private static final List<PGProperty> ENCRYPTION = List.of(
            PGProperty.SSL_MODE,
            PGProperty.SSL_ROOT_CERT,
            PGProperty.SSL_CERT,
            PGProperty.SSL_KEY,
            PGProperty.SSL_PASSWORD,
            PGProperty.SSL_FACTORY);

    /** Of what the service's own channels are told of Kafka: where it is, and how one gets in. */
    private static final Pattern ADMITTANCE = Pattern.compile("bootstrap\\.servers|(security|ssl|sasl)\\..+");

    private RelayConfiguration() {}

    static Properties engine(String jdbcUrl, String user, String password) {
        Properties database = Driver.parseURL(jdbcUrl, null);
        if (database == null) {
            // which may have a password in it, so it is not said
            throw new IllegalArgumentException("quarkus.datasource.jdbc.url is no address of a PostgreSQL database");
        }
        Properties settings = connector();
        settings.setProperty("name", "bihuan-relay");
        settings.setProperty("database.hostname", PGProperty.PG_HOST.getOrDefault(database));
        settings.setProperty("database.port", PGProperty.PG_PORT.getOrDefault(database));
        settings.setProperty("database.dbname", PGProperty.PG_DBNAME.getOrDefault(database));
        settings.setProperty("database.user", user);
        settings.setProperty("database.password", password);
        for (PGProperty part : ENCRYPTION) {
            if (part.isPresent(database)) {
                settings.setProperty("database." + part.getName(), part.getOrDefault(database));
            }
        }
        settings.setProperty("offset.storage", "io.debezium.storage.jdbc.offset.JdbcOffsetBackingStore");
        settings.setProperty("offset.storage.jdbc.connection.url", jdbcUrl);
        settings.setProperty("offset.storage.jdbc.connection.user", user);
        settings.setProperty("offset.storage.jdbc.connection.password", password);
        settings.setProperty("offset.storage.jdbc.table.name", "relay_offset");
        settings.setProperty("offset.flush.interval.ms", "1000");
        return settings;
    }

    /** The settings that Kafka Connect would be given just so. */
    static Properties connector() {
        Properties settings = new Properties();
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(CONNECTOR)) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(CONNECTOR, e);
        }
        return settings;
    }

    /** The replication slot that the connector reads. */
    static String slot() {
        return connector().getProperty("slot.name");
    }

    /**
     * A producer that never gives a record up for the next one: it retries until the broker takes it, so that the
     * records of a hazard cannot overtake each other.
     *
     * @param kafka what the service's channels are told of Kafka
     */
    static Map<String, Object> producer(String name, Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>();
        kafka.forEach((key, value) -> {
            if (ADMITTANCE.matcher(key).matches()) {
                settings.put(key, value);
            }
        });
        settings.putAll(Map.of(
                "client.id",
                name,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "delivery.timeout.ms",
                Integer.MAX_VALUE,
                "linger.ms",
                0,
                "compression.type",
                "lz4",
                "buffer.memory",
                16 * 1024 * 1024L));
        return settings;
    }
}
