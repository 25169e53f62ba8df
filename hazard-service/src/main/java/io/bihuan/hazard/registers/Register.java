package io.bihuan.hazard.registers;

import io.bihuan.access.Scope;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.StaleVersion;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.sheets.Reading;
import io.bihuan.hazard.sheets.SheetFile;
import io.bihuan.hazard.sheets.SheetWriter;
import io.bihuan.hazard.sheets.Table;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    @Inject
    Validator validator;

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

    /** What is on file under a code, if it lies in the scope. */
    public Optional<F> find(String code, Scope scope) {
        return find(code).filter(onFile -> onFile.isWithin(scope));
    }

    public Optional<F> find(String code) {
        return isCode(code) ? Optional.ofNullable(database.find(type(), code)) : Optional.empty();
    }

    /**
     * What is on file under a code that a command names.
     *
     * @param field of the command that names it
     * @throws Refusal if nothing is
     */
    public F demand(String field, String code) {
        return find(code).orElseThrow(() -> new Refusal(field, kind() + ".unknown", code));
    }

    /** The same of what lies in a scope. */
    public F demand(String field, String code, Scope scope) {
        return find(code, scope).orElseThrow(() -> new Refusal(field, kind() + ".unknown", code));
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
        return enter(code, entry, null, occasion).onFile();
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
        F onFile = find(code).orElse(null);
        if (onFile != null && !onFile.isWithin(occasion.scope())) {
            throw new NotOnRecord(kind(), code);
        }
        StaleVersion.check(onFile == null ? 0 : onFile.version(), versions);
        return enter(code, entry, onFile, occasion);
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
                enter(code, entry, null, occasion);
                added++;
            }
        }
        return added;
    }

    /**
     * Takes the rows of a sheet on file, each in place of what stood there.
     *
     * @throws Refusal if the sheet cannot be read, or has a column that the register does not know
     */
    @Transactional
    public Imported enter(SheetFile file, Occasion occasion) {
        lock();
        try (Table table = Table.open(file, Reading.byContent())) {
            return new RegisterImport<>(this, validator, occasion).enter(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes what the filter lets through to a sheet, in the order of the codes.
     *
     * @param phones in full rather than masked
     */
    public void write(Filter<F> filter, boolean phones, SheetWriter writer) throws IOException {
        new RegisterExport<>(this, phones).write(filter, writer);
    }

    /** What is on file under any of the codes. */
    Map<String, F> findAll(List<String> codes) {
        Map<String, F> found = new HashMap<>();
        database.createQuery("from %s where code in :codes".formatted(type().getSimpleName()), type())
                .setParameter("codes", codes)
                .getResultList()
                .forEach(each -> found.put(each.code(), each));
        return found;
    }

    /** Writes what is to be written, and keeps nothing in memory of what was read. */
    void forget() {
        if (database.isJoinedToTransaction()) {
            database.flush();
        }
        database.clear();
    }

    /**
     * Takes an entry on file while nobody else changes the register.
     *
     * @param onFile what stands there under the code, if anything does
     */
    Entered<F> enter(String code, E entry, @Nullable F onFile, Occasion occasion) {
        if (onFile != null && !onFile.isWithin(occasion.scope())) {
            throw new Refusal("code", "code.outside", code);
        }
        if (onFile != null && onFile.says(entry)) {
            return new Entered<>(onFile, Outcome.UNCHANGED);
        }
        demand(entry, occasion);
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

    /** What a thing on file is called in the keys of {@code messages.properties}. */
    abstract String kind();

    abstract RegisterSheet<E, F> sheet();

    /** What an entry is taken down in that is new on file. */
    abstract F blank(String code, E entry);

    /**
     * Refuses an entry that names what is not on file.
     *
     * @throws Refusal which names every such field
     */
    abstract void demand(E entry, Occasion occasion);

    /** Records what now stands on file in the history. */
    abstract void record(F onFile, Occasion occasion);

    private static String checked(String code) {
        if (!isCode(code)) {
            throw new Refusal("code", "code.form", code);
        }
        return code;
    }

    static boolean isCode(@Nullable String code) {
        return code != null && CODE.matcher(code).matches() && !TAKEN_BY_CALLS.contains(code);
    }
}
