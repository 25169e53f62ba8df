package io.bihuan.hazard.registers;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to stand on file of a check item 检查项, in a request as in a row of a sheet.
 *
 * @param threshold the measure that divides right from wrong, in words, if there is one
 * @param grade of the hazard that it is if found, by default
 */
@Schema(name = "CheckItemEntry", description = "What is to stand on file of a check item 检查项", examples = """
                {"code": "CU-02", "category": "COMMERCIAL_USE", "siteKind": "RESTAURANT",
                 "titleZh": "连接软管超长、穿墙或老化", "titleEn": "Hose too long, through a wall or aged",
                 "threshold": "<= 2 m", "grade": "GENERAL"}""")
public record CheckItemEntry(
        @Size(max = 32) @Nullable String code,
        @NotNull Category category,
        @NotNull SiteKind siteKind,
        @NotBlank @Size(max = 200) @OneLine String titleZh,
        @Size(max = 200) @OneLine @Nullable String titleEn,
        @Size(max = 100) @OneLine @Nullable String threshold,
        @NotNull Grade grade)
        implements Entry {

    public CheckItemEntry {
        code = Texts.emptyToNull(code);
        titleZh = Texts.stripped(titleZh);
        titleEn = Texts.emptyToNull(titleEn);
        threshold = Texts.emptyToNull(threshold);
    }

    @Override
    public @Nullable String ownCode() {
        return code;
    }
}
