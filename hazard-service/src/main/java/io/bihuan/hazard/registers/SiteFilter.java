package io.bihuan.hazard.registers;

import io.bihuan.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Which sites to list; what is null does not narrow the list.
 *
 * @param scope what whoever asks may see
 * @param district a code; the sites of the district and of all below it
 * @param unit the code of the responsible unit
 * @param text stands in the code, name or address, in any case
 */
public record SiteFilter(
        Scope scope,
        @Nullable String district,
        @Nullable SiteKind kind,
        @Nullable String unit,
        @Nullable Boolean active,
        @Nullable String text)
        implements Filter<Site> {

    @Override
    public Conditions conditions() {
        return new Conditions()
                .within(scope, "districtCode", "unitCode")
                .below("districtCode", district)
                .is("kind", kind)
                .is("unitCode", unit)
                .is("active", active)
                .contains(text, "code", "name", "address");
    }
}
