package io.bihuan.reporting.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The Word templates: an office's own where its folder has one of the name, or else the shipped one. */
@ApplicationScoped
class Templates {

    private final Optional<Path> folder;

    Templates(@ConfigProperty(name = "bihuan.briefings.templates") Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * Where a template lies.
     *
     * @param file null for a shipped one
     */
    record Source(String name, @Nullable Path file) {

        InputStream open() throws IOException {
            if (file != null) {
                return Files.newInputStream(file);
            }
            InputStream shipped = Templates.class.getResourceAsStream("/briefings/" + name);
            if (shipped == null) {
                throw new FileNotFoundException(name);
            }
            return shipped;
        }

        @Override
        public String toString() {
            return file == null ? "the shipped template " + name : "the template " + file;
        }
    }

    /** Looked for each time, so that what an office changes counts from the next briefing on. */
    Source of(Language language) {
        String name = language == Language.ZH ? "briefing.docx" : "briefing_en.docx";
        return new Source(
                name,
                folder.map(own -> own.resolve(name))
                        .filter(Files::isRegularFile)
                        .orElse(null));
    }
}
