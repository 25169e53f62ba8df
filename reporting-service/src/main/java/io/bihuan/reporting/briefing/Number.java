package io.bihuan.reporting.briefing;

/**
 * The number of an issued briefing.
 *
 * @param year local, in which it was issued
 * @param serial 1, 2, 3… per district, kind and year, without gaps
 */
public record Number(String district, int year, Kind kind, int serial) {

    /** As it stands in an address: {@code 6301-2026-W-018}. */
    @Override
    public String toString() {
        return "%s-%d-%s-%03d".formatted(district, year, kind.mark(), serial);
    }
}
