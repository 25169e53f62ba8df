package io.bihuan.hazard.sheets;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read; what is null is told by its content.
 *
 * @param charset of a CSV file without a byte order mark; otherwise UTF-8 or GB18030, whichever its bytes are
 * @param delimiter of a CSV file; otherwise the comma, semicolon or tab that its first row has most of
 * @param sheet of a workbook; otherwise the first that is not hidden
 */
public record Reading(
        @Nullable Charset charset,
        @Nullable Character delimiter,
        @Nullable String sheet) {

    public static Reading byContent() {
        return new Reading(null, null, null);
    }
}
