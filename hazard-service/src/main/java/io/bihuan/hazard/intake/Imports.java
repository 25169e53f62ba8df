package io.bihuan.hazard.intake;

import io.bihuan.access.Person;
import io.bihuan.access.Role;
import io.bihuan.access.Scope;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.sheets.ForeignFile;
import io.bihuan.hazard.sheets.Reading;
import io.bihuan.hazard.sheets.SheetFile;
import io.bihuan.hazard.sheets.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Takes ledgers in. */
@ApplicationScoped
public class Imports {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Jobs jobs;
    private final ZoneId zone;

    Imports(Jobs jobs, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.jobs = jobs;
        this.zone = zone;
    }

    /** A ledger that can be entered: its file was read to the end under its mapping. */
    public final class Checked {
        private final SheetFile file;
        private final String mapping;
        private final long rows;

        private Checked(SheetFile file, String mapping, long rows) {
            this.file = file;
            this.mapping = mapping;
            this.rows = rows;
        }

        /**
         * Puts it into the queue.
         *
         * @param by who hands it in
         * @param scope what he may see and change
         */
        public Progress submit(Person by, Scope scope) {
            try {
                return progress(jobs.submit(file, mapping, rows, by.subject(), scope));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads a ledger to the end without entering anything.
     *
     * @param mapping what its columns mean, as JSON or YAML, or the name of a mapping that is stored; null where the
     *     header says that it is our own ledger
     * @throws Refusal where the mapping is wrong, or the file can't be read under it; what is wrong with single rows
     *     comes out when they are entered
     * @throws ForeignFile where the file is neither CSV nor a workbook
     */
    public Checked check(SheetFile file, @Nullable String mapping) {
        try {
            String text = mapping == null ? own(file) : text(mapping);
            try (LedgerReader ledger = LedgerReader.open(file, text, zone)) {
                return new Checked(file, text, ledger.count());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An import of one's own; administrators see all.
     *
     * @throws NotOnRecord if there is none
     */
    public Progress progress(UUID id, Person person) {
        if (!person.is(Role.ADMIN) && !jobs.isOf(id, person.subject())) {
            throw new NotOnRecord("import", id);
        }
        return progress(id);
    }

    private Progress progress(UUID id) {
        return jobs.progress(id).orElseThrow(() -> new NotOnRecord("import", id));
    }

    /** @throws NotOnRecord if the import's file is no longer kept */
    public void demandFile(UUID id) {
        if (!jobs.keepsFile(id)) {
            throw new NotOnRecord("importFile", id);
        }
    }

    private String own(SheetFile file) throws IOException {
        try (Table table = Table.open(file, Reading.byContent())) {
            if (OwnLedger.of(table.columns(), zone).isEmpty()) {
                throw new Refusal("mapping", "import.mapping.needed");
            }
            return OwnLedger.NAME;
        }
    }

    private static String text(String mapping) {
        String name = mapping.strip();
        if (!NAME.matcher(name).matches()) {
            return mapping;
        }
        return name.equals(OwnLedger.NAME) ? name : stored(name);
    }

    private static String stored(String name) {
        try (@Nullable
                InputStream in = Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream("mappings/" + name + ".mapping.yaml")) {
            if (in == null) {
                throw new Refusal("mapping", "import.mapping.unknown", name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
