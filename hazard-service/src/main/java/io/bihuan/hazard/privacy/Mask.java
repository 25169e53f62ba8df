package io.bihuan.hazard.privacy;

import org.jspecify.annotations.Nullable;

/** As much of a name or phone as may be shown to tell one person from another. */
public final class Mask {

    private static final int LONG = 11;

    private Mask() {}

    /** The first character, unless it is all there is. */
    public static @Nullable String name(@Nullable String name) {
        if (name == null) {
            return null;
        }
        int first = name.isEmpty() ? 0 : name.offsetByCodePoints(0, 1);
        return first < name.length() ? name.substring(0, first) + "**" : "**";
    }

    /** The first three and last four digits; of a short number the last two, or too little would be hidden. */
    public static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        int length = phone.length();
        return length < LONG
                ? "****" + phone.substring(Math.max(0, length - 2))
                : phone.substring(0, 3) + "****" + phone.substring(length - 4);
    }
}
