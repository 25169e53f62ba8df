package io.bihuan.hazard.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.bihuan.access.Scope;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.intake.Progress.RowError;
import io.bihuan.hazard.intake.Progress.State;
import io.bihuan.hazard.privacy.Keyring;
import io.bihuan.hazard.sheets.SheetFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** The imports on record: what waits, who holds what, and how far each has come. */
@ApplicationScoped
@Transactional
class Jobs {

    /** Silent for longer than this, a holder has lost its job. A batch of rows takes a second. */
    static final Duration HOLD = Duration.ofSeconds(30);

    private static final int PIECE = 1024 * 1024;
    private static final int MOST_ERRORS_TOLD = 1000;

    private final EntityManager database;
    private final InstantSource clock;
    private final ObjectMapper mapper;
    private final Keyring keys;

    Jobs(EntityManager database, InstantSource clock, ObjectMapper mapper, Keyring keys) {
        this.database = database;
        this.clock = clock;
        this.mapper = mapper;
        this.keys = keys;
    }

    /**
     * Puts a ledger into the queue. Its file is kept encrypted, since it may name citizens who reported.
     *
     * @param by who hands it in: the subject of the token
     * @param scope what he may see and change
     */
    UUID submit(SheetFile file, String mapping, long rows, String by, Scope scope) throws IOException {
        Instant now = clock.instant();
        UUID id = UuidCreator.getTimeOrderedEpoch(now);
        database.createNativeQuery(
                        "insert into import_job (id, mapping, state, rows, done, created, updated, unchanged, failed, attempts,"
                                + " submitted_at, submitted_by, districts)"
                                + " values (:id, :mapping, 'QUEUED', :rows, 0, 0, 0, 0, 0, 0, :now, :by, :districts)")
                .setParameter("id", id)
                .setParameter("mapping", mapping)
                .setParameter("rows", rows)
                .setParameter("now", now)
                .setParameter("by", by)
                .setParameter("districts", scope.everywhere() ? null : String.join(",", scope.districts()))
                .executeUpdate();
        try (InputStream in = file.open()) {
            int part = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                database.createNativeQuery("insert into import_piece values (:job, :part, :ciphertext, :key)")
                        .setParameter("job", id)
                        .setParameter("part", part)
                        .setParameter("ciphertext", keys.encrypt(piece, place(id, part)))
                        .setParameter("key", keys.primary())
                        .executeUpdate();
                part++;
            }
        }
        return id;
    }

    /** Whether it was handed in by the person with this subject. */
    boolean isOf(UUID job, String subject) {
        return !database.createNativeQuery("select 1 from import_job where id = :id and submitted_by = :by")
                .setParameter("id", job)
                .setParameter("by", subject)
                .getResultList()
                .isEmpty();
    }

    /** A piece of an import's file, or null after the last. */
    byte @Nullable [] piece(UUID job, int part) {
        byte[] ciphertext = (byte[])
                database.createNativeQuery("select ciphertext from import_piece where job = :job and part = :part")
                        .setParameter("job", job)
                        .setParameter("part", part)
                        .getSingleResultOrNull();
        return ciphertext == null ? null : keys.decrypt(ciphertext, place(job, part));
    }

    /** Whether an import's file is still kept. */
    boolean keepsFile(UUID job) {
        return (boolean) database.createNativeQuery("select file_erased_at is null from import_job where id = :job")
                .setParameter("job", job)
                .getSingleResult();
    }

    private static String place(UUID job, int part) {
        return "IMPORT:" + job + ":" + part;
    }

    /** The oldest import that nobody is at, now held by the given holder. */
    Optional<Claim> claim(UUID holder) {
        Optional<?> free = database.createNativeQuery(
                        "select id, mapping, done, attempts, submitted_by, districts from import_job"
                                + " where state in ('QUEUED', 'RUNNING') and (held_until is null or held_until < :now)"
                                + " order by submitted_at, id limit 1 for update skip locked")
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
        return free.map(Object[].class::cast).map(row -> {
            Claim claim = new Claim(
                    (UUID) row[0],
                    holder,
                    (String) row[1],
                    number(row[2]),
                    (String) row[4],
                    scope((String) row[5]),
                    1 + (int) row[3]);
            database.createNativeQuery("update import_job set state = 'RUNNING', attempts = :attempts,"
                            + " held_by = :holder, held_until = :until where id = :id")
                    .setParameter("attempts", claim.attempts())
                    .setParameter("holder", holder)
                    .setParameter("until", clock.instant().plus(HOLD))
                    .setParameter("id", claim.job())
                    .executeUpdate();
            return claim;
        });
    }

    private static Scope scope(@Nullable String districts) {
        return districts == null
                ? Scope.EVERYWHERE
                : new Scope(
                        false,
                        Stream.of(districts.split(","))
                                .filter(code -> !code.isEmpty())
                                .toList(),
                        null);
    }

    /** Counts rows, in the transaction that entered them; so none is counted twice or not at all. */
    void count(Claim claim, List<Outcome> outcomes) {
        held(
                claim,
                database.createNativeQuery(
                                "update import_job set done = done + :done, attempts = 0, held_until = :until,"
                                        + " created = created + :created, updated = updated + :updated,"
                                        + " unchanged = unchanged + :unchanged, failed = failed + :failed"
                                        + " where id = :id and held_by = :holder")
                        .setParameter("done", outcomes.size())
                        .setParameter("created", Collections.frequency(outcomes, Outcome.CREATED))
                        .setParameter("updated", Collections.frequency(outcomes, Outcome.UPDATED))
                        .setParameter("unchanged", Collections.frequency(outcomes, Outcome.UNCHANGED))
                        .setParameter("failed", Collections.frequency(outcomes, Outcome.FAILED))
                        .setParameter("until", clock.instant().plus(HOLD)));
    }

    /** Counts a row as failed and keeps what was wrong with it. */
    void fail(Claim claim, long row, List<Violation> violations) {
        note(claim, row, violations);
        count(claim, List.of(Outcome.FAILED));
    }

    /** Ends an import that can't be carried through, and keeps why; that concerns the file, which begins with row 1. */
    void giveUp(Claim claim, List<Violation> violations) {
        note(claim, 1, violations);
        end(claim, State.FAILED);
    }

    void note(Claim claim, long row, List<Violation> violations) {
        for (int item = 0; item < violations.size(); item++) {
            Violation violation = violations.get(item);
            database.createNativeQuery(
                            "insert into import_error values (:job, :row, :item, :field, :reason, :arguments)")
                    .setParameter("job", claim.job())
                    .setParameter("row", row)
                    .setParameter("item", item)
                    .setParameter("field", violation.field())
                    .setParameter("reason", violation.reason())
                    .setParameter("arguments", json(violation.arguments()))
                    .executeUpdate();
        }
    }

    /** Ends an import, or, as {@code QUEUED}, leaves the rest of it to whoever takes it up next. */
    void end(Claim claim, State state) {
        held(
                claim,
                database.createNativeQuery("update import_job set state = :state, held_by = null, held_until = null"
                                + " where id = :id and held_by = :holder")
                        .setParameter("state", state.name()));
    }

    Optional<Progress> progress(UUID id) {
        Optional<?> job = database.createNativeQuery("select state, rows, done, created, updated, unchanged, failed"
                        + " from import_job where id = :id")
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
        return job.map(Object[].class::cast)
                .map(row -> new Progress(
                        id,
                        State.valueOf((String) row[0]),
                        number(row[1]),
                        number(row[2]),
                        number(row[3]),
                        number(row[4]),
                        number(row[5]),
                        number(row[6]),
                        errors(id)));
    }

    /** An import's mapping, as it was handed in. */
    Optional<String> mapping(UUID id) {
        Optional<?> mapping = database.createNativeQuery("select mapping from import_job where id = :id")
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
        return mapping.map(String.class::cast);
    }

    /** Everything that is wrong with an import's rows, in the file's order, read as it is asked for. */
    @Transactional(Transactional.TxType.MANDATORY)
    Stream<RowError> faults(UUID job) {
        Stream<?> rows = database.createNativeQuery("select row, field, reason, arguments from import_error"
                        + " where job = :job order by row, item")
                .setParameter("job", job)
                .setHint(HibernateHints.HINT_FETCH_SIZE, 500)
                .getResultStream();
        return rows.map(Object[].class::cast).map(this::error);
    }

    private List<RowError> errors(UUID job) {
        List<?> rows = database.createNativeQuery("select row, field, reason, arguments from import_error"
                        + " where job = :job order by row, item")
                .setParameter("job", job)
                .setMaxResults(MOST_ERRORS_TOLD)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(this::error).toList();
    }

    private RowError error(Object[] row) {
        return new RowError(number(row[0]), (String) row[1], (String) row[2], texts((String) row[3]));
    }

    private static void held(Claim claim, Query update) {
        int rows = update.setParameter("id", claim.job())
                .setParameter("holder", claim.holder())
                .executeUpdate();
        if (rows != 1) {
            throw new Claim.Lost(claim);
        }
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private String json(List<Object> arguments) {
        try {
            return mapper.writeValueAsString(
                    arguments.stream().map(String::valueOf).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts must be writable as JSON", e);
        }
    }

    private List<String> texts(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the arguments of an error are not what was written", e);
        }
    }
}
