package io.bihuan.hazard.rest.evidence;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.evidence.Submission;
import io.bihuan.hazard.rest.OversizedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** The form of {@code POST /api/hazards/{id}/evidence}. */
final class EvidenceForm {

    private static final String FILE = "file";
    private static final String CAPTION = "caption";
    private static final int LONGEST_CAPTION = 500;

    private EvidenceForm() {}

    /** The parts, for the description of the call. */
    @Schema(name = "EvidenceUpload", requiredProperties = FILE)
    record Parts(
            @Schema(type = SchemaType.STRING, format = "binary", description = "JPEG, PNG or PDF, at most 20 MB")
            Object file,

            @Schema(description = "What it shows, at most 500 characters", examples = "整改后：报警器已安装") @Nullable
            String caption) {}

    /**
     * Takes the parts out of a form.
     *
     * @throws Refusal if the file is missing, or a part comes twice or is not known
     */
    static Submission read(MultipartFormDataInput form, long largestFile) {
        Map<String, Collection<FormValue>> parts = form.getValues();
        demandKnownParts(parts);
        FormValue file = parts.getOrDefault(FILE, List.of()).iterator().next();
        if (!file.isFileItem()) {
            throw new Refusal(FILE, "evidence.noFile");
        }
        FileItem item = file.getFileItem();
        long size = size(item);
        if (size > largestFile) {
            throw new OversizedFile(Math.max(1, largestFile / (1024 * 1024)));
        }
        return new Submission(item::getInputStream, size, file.getFileName(), caption(parts));
    }

    private static void demandKnownParts(Map<String, Collection<FormValue>> parts) {
        List<Violation> violations = new ArrayList<>();
        if (parts.getOrDefault(FILE, List.of()).isEmpty()) {
            violations.add(new Violation(FILE, "field.required"));
        }
        for (String name : new TreeSet<>(parts.keySet())) {
            if (!name.equals(FILE) && !name.equals(CAPTION)) {
                violations.add(new Violation(name, "field.unknown"));
            } else if (parts.getOrDefault(name, List.of()).size() > 1) {
                violations.add(new Violation(name, "import.part.twice"));
            }
        }
        if (!violations.isEmpty()) {
            throw new Refusal(violations.toArray(Violation[]::new));
        }
    }

    private static @Nullable String caption(Map<String, Collection<FormValue>> parts) {
        Collection<FormValue> values = parts.getOrDefault(CAPTION, List.of());
        if (values.isEmpty()) {
            return null;
        }
        String caption = text(values.iterator().next()).strip();
        if (caption.length() > LONGEST_CAPTION) {
            throw new Refusal(CAPTION, "text.tooLong", LONGEST_CAPTION);
        }
        if (caption.indexOf('\0') >= 0) {
            throw new Refusal(CAPTION, "text.nul");
        }
        return caption.isEmpty() ? null : caption;
    }

    /** Either part may come with a file name or without. */
    private static String text(FormValue part) {
        if (!part.isFileItem()) {
            return part.getValue();
        }
        try (InputStream in = part.getFileItem().getInputStream()) {
            return new String(in.readNBytes(4 * LONGEST_CAPTION + 4), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(FileItem item) {
        try {
            return item.getFileSize();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
