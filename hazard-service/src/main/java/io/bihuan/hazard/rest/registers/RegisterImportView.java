package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.registers.Imported;
import io.bihuan.hazard.rest.Messages;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a sheet's rows. */
@Schema(name = "RegisterImport", description = "What became of a sheet's rows", examples = """
                {"rows": 734, "created": 12, "updated": 3, "unchanged": 718, "failed": 1,
                 "errors": [{"row": 57, "field": "uscc", "message": "不是统一社会信用代码"}]}""")
record RegisterImportView(
        long rows,
        long created,
        long updated,
        long unchanged,

        @Schema(description = "These rows changed nothing; correct them and send them again")
        long failed,

        @Schema(description = "What was wrong with those that failed, of the first thousand")
        List<Error> errors) {

    /** What was wrong with a row. */
    @Schema(name = "RegisterImportError")
    record Error(
            @Schema(description = "As a spreadsheet counts: the header is row 1")
            long row,

            @Schema(description = "As a request names it") String field,
            String message) {}

    static RegisterImportView of(Imported imported, Messages messages) {
        return new RegisterImportView(
                imported.rows(),
                imported.created(),
                imported.updated(),
                imported.unchanged(),
                imported.failed(),
                imported.errors().stream()
                        .map(error -> new Error(
                                error.row(),
                                error.violation().field(),
                                messages.text(
                                        error.violation().reason(),
                                        error.violation().arguments().toArray())))
                        .toList());
    }
}
