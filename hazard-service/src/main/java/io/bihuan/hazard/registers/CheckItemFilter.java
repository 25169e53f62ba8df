package io.bihuan.hazard.registers;

import io.bihuan.hazard.lifecycle.Category;
import org.jspecify.annotations.Nullable;

/**
 * Which check items to list; what is null does not narrow the list.
 *
 * @param text stands in the code or a title, in any case
 */
public record CheckItemFilter(
        @Nullable Category category,
        @Nullable SiteKind siteKind,
        @Nullable String text) implements Filter<CheckItem> {

    @Override
    public Conditions conditions() {
        return new Conditions()
                .is("category", category)
                .is("siteKind", siteKind)
                .contains(text, "code", "titleZh", "titleEn");
    }
}
