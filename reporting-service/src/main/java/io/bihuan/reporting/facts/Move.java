package io.bihuan.reporting.facts;

import java.time.Instant;

/**
 * A new boundary: from a moment on, what bears one district's code or the code of one below it lies in another district.
 *
 * @param district the code that was
 * @param into the code that takes its place, also at the beginning of those below
 * @param from the first moment
 */
public record Move(String district, String into, Instant from) implements DistrictNews {

    boolean concerns(String code) {
        return code.startsWith(district);
    }
}
