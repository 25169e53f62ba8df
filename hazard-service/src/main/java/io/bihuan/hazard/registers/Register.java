package io.bihuan.hazard.registers;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.StaleVersion;
import io.bihuan.hazard.lifecycle.Occasion;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A register: things on file under their codes. One writer at a time changes a register, so that what was looked up
 * still holds when it is written.
 *
 * @param <E> what it takes in of a thing
 * @param <F> a thing on file
 */
@SuppressWarnings("NullAway.Init") // injected
public abstract class Register<E extends Entry, F extends OnFile<E>> {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    /** Names of calls that stand where a code stands in a path. */
    private static final Set<String> TAKEN_BY_CALLS = Set.of("import", "export");

    @Inject
    EntityManager database;

    /** What happened to an entry: whether it is new on file, changed what stood there, or said nothing new. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** An entry that was taken on file. */
    public record Entered<F>(F onFile, Outcome outcome) {}

    /**
     * A part of a list.
     *
     * @param nextCursor the code after which the next page begins; null after the last
     */
    public record Page<F>(List<F> items, @Nullable String nextCursor) {}

    public Optional<F> find(String code) {
        return isCode(code) ? Optional.ofNullable(database.find(type(), code)) : Optional.empty();
    }

    /**
     * Takes on file what is not there yet, under the code that the entry gives.
     *
     * @throws Refusal if it gives none, or one that is taken
     */
    @Transactional
    public F add(E entry, Occasion occasion) {
        String code = entry.ownCode();
        if (code == null) {
            throw new Refusal("code", "field.required");
        }
        lock();
        if (find(code).isPresent()) {
            throw new Refusal("code", "code.taken", code);
        }
        return enter(code, entry, occasion).onFile();
    }

    /**
     * Lets the entry stand on file under a code, in place of what stood there, if anything did.
     *
     * @param versions of what stands there that the sender has seen, any of which will do; empty if that does not matter
     * @throws StaleVersion if another version stands there, or nothing
     */
    @Transactional
    public Entered<F> put(String code, E entry, Set<Integer> versions, Occasion occasion) {
        if (entry.code() != null && !code.equals(entry.code())) {
            throw new Refusal("code", "code.other", Objects.requireNonNull(entry.code()), code);
        }
        lock();
        StaleVersion.check(find(code).map(OnFile::version).orElse(0), versions);
        return enter(code, entry, occasion);
    }

    /**
     * Takes those entries on file whose codes are not there yet.
     *
     * @return how many
     */
    @Transactional
    int addMissing(List<E> entries, Occasion occasion) {
        // Replicas start at the same time; one adds, the others then find nothing to do.
        lock();
        int added = 0;
        for (E entry : entries) {
            String code = Objects.requireNonNull(entry.ownCode());
            if (find(code).isEmpty()) {
                enter(code, entry, occasion);
                added++;
            }
        }
        return added;
    }

    /** Takes an entry on file while nobody else changes the register. */
    Entered<F> enter(String code, E entry, Occasion occasion) {
        F onFile = find(code).orElse(null);
        if (onFile != null && onFile.says(entry)) {
            return new Entered<>(onFile, Outcome.UNCHANGED);
        }
        demand(entry);
        Outcome outcome = onFile == null ? Outcome.CREATED : Outcome.UPDATED;
        if (onFile == null) {
            onFile = blank(checked(code), entry);
            onFile.code = code;
        }
        onFile.take(entry);
        onFile.version++;
        record(onFile, occasion);
        if (outcome == Outcome.CREATED) {
            database.persist(onFile);
        }
        return new Entered<>(onFile, outcome);
    }

    /**
     * One page, in the order of the codes; what comes on file meanwhile moves nothing from one page to another.
     *
     * @param after the last code of the page before, or null for the first page
     */
    public Page<F> page(Filter<F> filter, @Nullable String after, int limit) {
        if (after != null && !isCode(after)) {
            throw new Refusal("cursor", "cursor.malformed");
        }
        List<F> found =
                query(filter.conditions().after(after)).setMaxResults(limit + 1).getResultList();
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).code());
    }

    private TypedQuery<F> query(Conditions conditions) {
        return conditions.fill(database.createQuery(
                "from %s %s order by code".formatted(type().getSimpleName(), conditions.where()), type()));
    }

    /** Until the transaction ends. */
    void lock() {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtext(:register))")
                .setParameter("register", "register of " + type().getSimpleName())
                .getSingleResult();
    }

    abstract Class<F> type();

    /** What an entry is taken down in that is new on file. */
    abstract F blank(String code, E entry);

    /**
     * Refuses an entry that names what is not on file.
     *
     * @throws Refusal which names every such field
     */
    abstract void demand(E entry);

    /** Records what now stands on file in the history. */
    abstract void record(F onFile, Occasion occasion);

    private static String checked(String code) {
        if (!isCode(code)) {
            throw new Refusal("code", "code.form", code);
        }
        return code;
    }

    private static boolean isCode(@Nullable String code) {
        return code != null && CODE.matcher(code).matches() && !TAKEN_BY_CALLS.contains(code);
    }
}
