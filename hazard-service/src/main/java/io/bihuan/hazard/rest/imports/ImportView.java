package io.bihuan.hazard.rest.imports;

import io.bihuan.hazard.intake.Progress;
import io.bihuan.hazard.rest.Messages;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import as clients see it. */
@Schema(
        name = "Import",
        description = "How far the import of a ledger has come; done = created + updated + unchanged + failed",
        examples = """
                {"id": "0199f3a0-9a10-7b32-8c55-6d7e8f901234", "state": "DONE", "rows": 100, "done": 100, "created": 97,
                 "updated": 0, "unchanged": 2, "failed": 1,
                 "errors": [{"row": 17, "field": "districtCode", "message": "区划代码 630199 未登记"}]}""")
record ImportView(
        UUID id,

        @Schema(description = "FAILED: it could not be carried through; single rows fail without it")
        Progress.State state,

        @Schema(description = "That the file has, without header and blank rows")
        long rows,

        long done,

        @Schema(description = "Hazards that were not on record")
        long created,

        @Schema(description = "Hazards whose life went on") long updated,

        @Schema(description = "Rows that said nothing new") long unchanged,

        @Schema(description = "Rows that were not recorded, each with its errors")
        long failed,

        @Schema(description = "In the file's order, the first 1000")
        List<RowError> errors) {

    /** What is wrong with a row. */
    @Schema(name = "RowError")
    record RowError(
            @Schema(description = "As a spreadsheet counts: the header is row 1")
            long row,

            @Schema(
                    description = "As the calls name it, or with its step",
                    examples = {"districtCode", "closed.at"})
            String field,

            String message) {}

    static ImportView of(Progress progress, Messages messages) {
        return new ImportView(
                progress.id(),
                progress.state(),
                progress.rows(),
                progress.done(),
                progress.created(),
                progress.updated(),
                progress.unchanged(),
                progress.failed(),
                progress.errors().stream()
                        .map(error -> new RowError(
                                error.row(),
                                error.field(),
                                messages.text(error.reason(), error.arguments().toArray())))
                        .toList());
    }
}
