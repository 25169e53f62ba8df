package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.rest.Form;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    static Form.Part read(MultipartFormDataInput input, long largest) {
        return Form.read(input, FILE).required(FILE).atMost(largest);
    }
}
