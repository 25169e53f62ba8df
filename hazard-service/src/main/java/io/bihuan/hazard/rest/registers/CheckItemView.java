package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.registers.CheckItem;
import io.bihuan.hazard.registers.SiteKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A check item on file as clients see it. */
@Schema(
        name = "CheckItem",
        description = "A check item 检查项 on file: what is a hazard at sites of a kind",
        examples = """
                {"code": "CU-02", "category": "COMMERCIAL_USE", "siteKind": "RESTAURANT",
                 "titleZh": "连接软管超长、穿墙或老化", "titleEn": "Hose too long, through a wall or aged",
                 "threshold": "<= 2 m", "grade": "GENERAL", "version": 1}""")
record CheckItemView(
        String code,
        Category category,
        SiteKind siteKind,
        String titleZh,
        @Nullable String titleEn,

        @Schema(description = "The measure that divides right from wrong, in words") @Nullable
        String threshold,

        @Schema(description = "Of the hazard that it is if found, by default")
        Grade grade,

        @Schema(description = "How often it was changed; also the ETag")
        int version) {

    static CheckItemView of(CheckItem item) {
        return new CheckItemView(
                item.code(),
                item.category(),
                item.siteKind(),
                item.titleZh(),
                item.titleEn(),
                item.threshold(),
                item.grade(),
                item.version());
    }
}
