package io.bihuan.hazard.rest.imports;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.rest.Form;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    record Ledger(Form.Part file, @Nullable String mapping) {

        /** Tells two hand-ins apart. */
        List<String> fingerprint() {
            return List.of(file.fingerprint(), mapping == null ? "" : mapping);
        }
    }

    /**
     * Takes the parts out of a form.
     *
     * @throws Refusal if the file is missing, or a part comes twice or is not known
     */
    static Ledger read(MultipartFormDataInput input, long largestFile) {
        Form form = Form.read(input, FILE, MAPPING);
        return new Ledger(
                form.required(FILE).atMost(largestFile),
                form.part(MAPPING)
                        .map(mapping -> mapping.atMost(LARGEST_MAPPING).text())
                        .orElse(null));
    }
}
