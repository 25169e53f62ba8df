package io.bihuan.notification.people;

import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.sql.Where;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts are wanted; what is null is not asked.
 *
 * @param unit of this unit, by its code or name as it is on file
 * @param district of this district or one below it
 * @param role of this post
 * @param text stands in the name, the unit or the phone
 * @param phones whether phones are looked at, too
 * @param active in use, or out of it
 */
public record ContactFilter(
        @Nullable String unit,
        @Nullable String district,
        @Nullable Role role,
        @Nullable String text,
        boolean phones,
        @Nullable Boolean active) {

    Where where() {
        return new Where()
                .and(
                        "post_key = :post",
                        "post",
                        unit == null ? null : Post.of(Role.UNIT_HEAD, unit).key())
                .and("starts_with(district_code, :district)", "district", district)
                .and("role = :role", "role", role == null ? null : role.name())
                .and(
                        "strpos(lower(concat_ws(' ', name, %s, unit)), lower(:text)) > 0"
                                .formatted(phones ? "phone" : "null"),
                        "text",
                        text == null ? null : text.strip())
                .and("active = :active", "active", active);
    }
}
