package io.bihuan.hazard.privacy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Encrypts anew, under the key in use, what was encrypted under an older one, until that may be retired. Some rows to a
 * transaction, passing over those that another replica is at; whatever is done when it dies is done.
 */
@ApplicationScoped
class Rotation {

    private static final Logger LOG = Logger.getLogger(Rotation.class);

    /** It knows tables, not classes. */
    private static final List<Encrypted> TABLES = List.of(
            new Encrypted("citizen_identity", "capacity || ':' || subject_id", 500),
            new Encrypted("import_piece", "'IMPORT:' || job || ':' || part", 10));

    /** @param place of a row, in SQL; what its ciphertext is bound to */
    private record Encrypted(String table, String place, int atOnce) {}

    private final EntityManager database;
    private final Keyring keys;

    Rotation(EntityManager database, Keyring keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Better not to start than to find out from a person who needs to call somebody back. */
    @Transactional
    void demandKeysInUse(@Observes StartupEvent start) {
        for (Encrypted each : TABLES) {
            List<?> samples = database.createNativeQuery("""
                            select sample.* from (select distinct key_id from %2$s) as used cross join lateral (
                                select key_id, %1$s, ciphertext from %2$s as row where row.key_id = used.key_id limit 1
                            ) as sample""".formatted(each.place(), each.table()))
                    .getResultList();
            samples.stream().map(Object[].class::cast).forEach(row -> {
                if (!keys.has((int) row[0])) {
                    throw new IllegalStateException(
                            "%s (BIHUAN_IDENTITY_KEYS) no longer has key %s, under which rows of %s are encrypted. Put it"
                                            .formatted(Keyring.PROPERTY, row[0], each.table())
                                    + " back behind the key in use, and take it out when the log says that nothing is"
                                    + " encrypted under it; see docs/operations.md, \"Personal data\".");
                }
                keys.decrypt((byte[]) row[2], (String) row[1]);
            });
        }
    }

    @Scheduled(every = "1h", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void renew() {
        for (Encrypted each : TABLES) {
            long renewed = 0;
            int batch;
            do {
                batch = QuarkusTransaction.requiringNew().call(() -> renew(each));
                renewed += batch;
            } while (batch > 0);
            if (renewed > 0) {
                LOG.infof("%d rows of %s are encrypted under key %d now", renewed, each.table(), keys.primary());
            }
        }
    }

    /** How many rows it has encrypted anew. */
    private int renew(Encrypted which) {
        List<?> rows = database.createNativeQuery("""
                        select cast(ctid as text), %s, ciphertext from %s where key_id <> :primary
                        limit %d for update skip locked""".formatted(which.place(), which.table(), which.atOnce()))
                .setParameter("primary", keys.primary())
                .getResultList();
        rows.stream().map(Object[].class::cast).forEach(row -> {
            String place = (String) row[1];
            database.createNativeQuery(
                            "update %s set ciphertext = :ciphertext, key_id = :primary where ctid = cast(:row as tid)"
                                    .formatted(which.table()))
                    .setParameter("ciphertext", keys.encrypt(keys.decrypt((byte[]) row[2], place), place))
                    .setParameter("primary", keys.primary())
                    .setParameter("row", row[0])
                    .executeUpdate();
        });
        return rows.size();
    }
}
