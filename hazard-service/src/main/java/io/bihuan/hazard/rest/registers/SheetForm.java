package io.bihuan.hazard.rest.registers;

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
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The form in which a register's sheet is handed in: one file, with a file name or without. */
final class SheetForm {

    private static final String FILE = "file";

    private SheetForm() {}

    /** The parts, for the description of the call. */
    @Schema(name = "RegisterSheet", requiredProperties = FILE)
    record Parts(
            @Schema(
                    type = SchemaType.STRING,
                    format = "binary",
                    description = "CSV in UTF-8 or GB18030, or an XLSX workbook; the first row names the columns")
            Object file) {}

    /**
     * Takes the file out of a form.
     *
     * @throws Refusal if it is missing, comes twice or with anything else
     */
    static SheetFile read(MultipartFormDataInput form, long largest) {
        Map<String, Collection<FormValue>> parts = form.getValues();
        parts.keySet().stream()
                .filter(name -> !name.equals(FILE))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new Refusal(name, "field.unknown");
                });
        List<FormValue> files = List.copyOf(parts.getOrDefault(FILE, List.of()));
        if (files.size() != 1) {
            throw new Refusal(new Violation(FILE, files.isEmpty() ? "field.required" : "import.part.twice"));
        }
        FormValue file = files.get(0);
        if (!file.isFileItem()) {
            byte[] text = file.getValue().getBytes(StandardCharsets.UTF_8);
            return () -> new ByteArrayInputStream(text);
        }
        if (size(file) > largest) {
            throw new OversizedFile(Math.max(1, largest / (1024 * 1024)));
        }
        return file.getFileItem()::getInputStream;
    }

    /** Tells two files apart. */
    static String fingerprint(SheetFile file) {
        try (InputStream in = file.open()) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha256).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha256.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static long size(FormValue file) {
        try {
            return file.getFileItem().getFileSize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
