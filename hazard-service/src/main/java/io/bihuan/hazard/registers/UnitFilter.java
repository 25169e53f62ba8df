package io.bihuan.hazard.registers;

import org.jspecify.annotations.Nullable;

/**
 * Which units to list; what is null does not narrow the list.
 *
 * @param district a code; the units of the district and of all below it
 * @param text stands in the code, name, address or Unified Social Credit Code, in any case
 */
public record UnitFilter(
        @Nullable String district,
        @Nullable UnitKind kind,
        @Nullable Boolean active,
        @Nullable String text) implements Filter<RegisteredUnit> {

    @Override
    public Conditions conditions() {
        return new Conditions()
                .below("districtCode", district)
                .is("kind", kind)
                .is("active", active)
                .contains(text, "code", "name", "address", "uscc");
    }
}
