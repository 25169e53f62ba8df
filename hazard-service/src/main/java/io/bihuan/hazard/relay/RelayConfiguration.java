package io.bihuan.hazard.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** What the relay's parts are told: the connector's own settings plus where this service's database is. */
final class RelayConfiguration {

    static final String CONNECTOR = "relay/connector.properties";

    private RelayConfiguration() {}

    static Properties engine(String jdbcUrl, String user, String password) {
        Properties database = Driver.parseURL(jdbcUrl, null);
        if (database == null) {
            throw new IllegalArgumentException("not the address of a PostgreSQL database: " + jdbcUrl);
        }
        Properties settings = connector();
        settings.setProperty("name", "bihuan-relay");
        settings.setProperty("database.hostname", PGProperty.PG_HOST.getOrDefault(database));
        settings.setProperty("database.port", PGProperty.PG_PORT.getOrDefault(database));
        settings.setProperty("database.dbname", PGProperty.PG_DBNAME.getOrDefault(database));
        settings.setProperty("database.user", user);
        settings.setProperty("database.password", password);
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

    /**
     * A producer that never gives a record up for the next one: it retries until the broker takes it, so that the
     * records of a hazard cannot overtake each other.
     */
    static Map<String, Object> producer(String name, String bootstrapServers) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
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
                16 * 1024 * 1024L);
    }
}
