package io.bihuan.hazard.registers;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.StaleVersion;
import io.bihuan.hazard.lifecycle.Occasion;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
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

    /** Takes an entry on file while nobody else changes the register. */
    Entered<F> enter(String code, E entry, Occasion occasion) {
        F onFile = find(code).orElse(null);
        if (onFile != null && onFile.says(entry)) {
            return new Entered<>(onFile, Outcome.UNCHANGED);
        }
        demand(entry);
        Outcome outcome = onFile == null ? Outcome.CREATED : Outcome.UPDATED;
        if (onFile == null) {
            onFile = blank();
            onFile.code = checked(code);
        }
        onFile.take(entry);
        onFile.version++;
        record(onFile, occasion);
        if (outcome == Outcome.CREATED) {
            database.persist(onFile);
        }
        return new Entered<>(onFile, outcome);
    }

    /** Until the transaction ends. */
    void lock() {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtext(:register))")
                .setParameter("register", "register of " + type().getSimpleName())
                .getSingleResult();
    }

    abstract Class<F> type();

    abstract F blank();

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
