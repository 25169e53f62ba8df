package io.bihuan.hazard.rest.evidence;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.evidence.Submission;
import io.bihuan.hazard.rest.Form;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** The form of {@code POST /api/hazards/{id}/evidence}. */
final class EvidenceForm {

    private static final String FILE = "file";
    private static final String CAPTION = "caption";
    private static final int LONGEST_CAPTION = 500;
    private static final long LARGEST_CAPTION = 1024 * 1024;

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
    static Submission read(MultipartFormDataInput input, long largestFile) {
        Form form = Form.read(input, FILE, CAPTION);
        Form.Part file = form.required(FILE);
        if (!file.isFile()) {
            throw new Refusal(FILE, "evidence.noFile");
        }
        file.atMost(largestFile);
        return new Submission(
                file::open,
                file.size(),
                file.fileName(),
                form.part(CAPTION).map(EvidenceForm::caption).orElse(null));
    }

    private static @Nullable String caption(Form.Part part) {
        String caption = part.atMost(LARGEST_CAPTION).text().strip();
        if (caption.length() > LONGEST_CAPTION) {
            throw new Refusal(CAPTION, "text.tooLong", LONGEST_CAPTION);
        }
        if (caption.indexOf('\0') >= 0) {
            throw new Refusal(CAPTION, "text.nul");
        }
        return caption.isEmpty() ? null : caption;
    }
}
