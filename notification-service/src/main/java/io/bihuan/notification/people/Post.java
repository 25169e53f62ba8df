package io.bihuan.notification.people;

import io.bihuan.notification.ladder.Role;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A post that somebody holds.
 *
 * @param role which
 * @param unit for a post of a unit: its code, or its name where no code is known; null for one of a district
 * @param districtCode for a post of a district: the nearest district above it where somebody holds the post counts
 */
public record Post(
        Role role, @Nullable String unit, @Nullable String districtCode) {

    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** No district's code is shorter: 63 is a province. */
    private static final int SHORTEST_CODE = 2;

    /** A post of a unit, by its code or name. */
    public static Post of(Role role, String unit) {
        return new Post(role, unit, null);
    }

    /** A post of a district. */
    public static Post in(String districtCode, Role role) {
        return new Post(role, null, districtCode);
    }

    /** By what it is found: D and the district's code, or U and what the unit is called. */
    String key() {
        return role.ofUnit() ? "U" + compared(unit) : "D" + districtCode;
    }

    /**
     * The posts at which this one may be held: itself, and that of each district above it, the nearest first. None if it
     * is nobody's: of a unit or district that isn't known.
     */
    List<Post> heldAt() {
        if (role.ofUnit()) {
            return compared(unit).isEmpty() ? List.of() : List.of(this);
        }
        var code = districtCode;
        if (code == null) {
            return List.of();
        }
        return IntStream.iterate(code.length(), length -> length >= SHORTEST_CODE, length -> length - 1)
                .mapToObj(length -> in(code.substring(0, length), role))
                .toList();
    }

    /** As people read it: neither blanks nor the width or case of letters make another unit. */
    private static String compared(@Nullable String unit) {
        return unit == null
                ? ""
                : BLANKS.matcher(Normalizer.normalize(unit, Normalizer.Form.NFKC))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
    }
}
