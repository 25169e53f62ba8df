package io.bihuan.hazard.registers;

import io.bihuan.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Which units to list; what is null does not narrow the list.
 *
 * @param scope what whoever asks may see
 * @param district a code; the units of the district and of all below it
 * @param text stands in the code, name, address or Unified Social Credit Code, in any case
 */
public record UnitFilter(
        Scope scope,
        @Nullable String district,
        @Nullable UnitKind kind,
        @Nullable Boolean active,
        @Nullable String text)
        implements Filter<RegisteredUnit> {

    @Override
    public Conditions conditions() {
        return new Conditions()
                .within(scope, "districtCode", "code")
                .below("districtCode", district)
                .is("kind", kind)
                .is("active", active)
                .contains(text, "code", "name", "address", "uscc");
    }
}
