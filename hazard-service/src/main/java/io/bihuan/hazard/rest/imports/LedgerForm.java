package io.bihuan.hazard.rest.imports;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.rest.OversizedFile;
import io.bihuan.hazard.sheets.SheetFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** The form of {@code POST /api/imports}. Either part may come with a file name or without. */
final class LedgerForm {

    private static final String FILE = "file";
    private static final String MAPPING = "mapping";
    private static final long LARGEST_MAPPING = 256 * 1024;

    private LedgerForm() {}

    /** The parts, for the description of the call. */
    @Schema(
            name = "Ledger",
            requiredProperties = {FILE})
    record Parts(
            @Schema(type = SchemaType.STRING, format = "binary", description = "CSV or an XLSX workbook")
            Object file,

            @Schema(
                    description =
                            "What the columns mean, as JSON or YAML, or the name of a stored mapping; not needed for a"
                                    + " ledger that this product exported",
                    examples = "hpd-violations")
            @Nullable
            String mapping) {}

    /** What was handed in. */
    record Ledger(SheetFile file, @Nullable String mapping) {

        /** Tells two hand-ins apart. */
        List<String> fingerprint() {
            try (InputStream in = file.open()) {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                new DigestInputStream(in, sha256).transferTo(OutputStream.nullOutputStream());
                return List.of(HexFormat.of().formatHex(sha256.digest()), mapping == null ? "" : mapping);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /**
     * Takes the parts out of a form.
     *
     * @throws Refusal if one is missing, comes twice or is not known
     */
    static Ledger read(MultipartFormDataInput form, long largestFile) {
        Map<String, Collection<FormValue>> parts = form.getValues();
        demandOnce(parts);
        SheetFile file = content(parts, FILE, largestFile);
        if (!parts.containsKey(MAPPING)) {
            return new Ledger(file, null);
        }
        SheetFile mapping = content(parts, MAPPING, LARGEST_MAPPING);
        try (InputStream text = mapping.open()) {
            return new Ledger(file, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void demandOnce(Map<String, Collection<FormValue>> parts) {
        List<Violation> violations = new ArrayList<>();
        for (String name : List.of(FILE, MAPPING)) {
            int times = parts.getOrDefault(name, List.of()).size();
            if (times > 1 || times == 0 && name.equals(FILE)) {
                violations.add(new Violation(name, times == 0 ? "field.required" : "import.part.twice"));
            }
        }
        Set<String> unknown = new TreeSet<>(parts.keySet());
        unknown.removeAll(Set.of(FILE, MAPPING));
        unknown.forEach(name -> violations.add(new Violation(name, "field.unknown")));
        if (!violations.isEmpty()) {
            throw new Refusal(violations.toArray(Violation[]::new));
        }
    }

    private static SheetFile content(Map<String, Collection<FormValue>> parts, String name, long largest) {
        FormValue part = parts.getOrDefault(name, List.of()).iterator().next();
        if (!part.isFileItem()) {
            byte[] text = part.getValue().getBytes(StandardCharsets.UTF_8);
            return () -> new ByteArrayInputStream(text);
        }
        FileItem file = part.getFileItem();
        try {
            if (file.getFileSize() > largest) {
                throw new OversizedFile(Math.max(1, largest / (1024 * 1024)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file::getInputStream;
    }
}
