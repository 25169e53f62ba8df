package io.bihuan.hazard.registers;

import io.bihuan.hazard.registers.District.Level;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to stand on file of a district 行政区划, in a request as in a row of a sheet. Its parent is the longest prefix
 * of its code that is on file.
 *
 * @param level one below its parent's if none is given
 */
@Schema(
        name = "DistrictEntry",
        description =
                "What is to stand on file of a district 行政区划; the longest prefix of its code on file is its parent",
        examples = """
                {"code": "630102900", "name": "某工业园区", "level": "STREET"}""")
public record DistrictEntry(
        @Size(max = 12) @Schema(examples = "630102900") @Nullable
        String code,

        @NotBlank @Size(max = 100) @OneLine String name,

        @Schema(description = "One below its parent's, if none is given") @Nullable
        Level level)
        implements Entry {

    public DistrictEntry {
        code = Texts.emptyToNull(code);
        name = Texts.stripped(name);
    }

    @Override
    public @Nullable String ownCode() {
        return code;
    }
}
