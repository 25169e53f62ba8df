package io.bihuan.hazard.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who handles the cases that it applies to; what is null applies to all.
 *
 * @param district a code: the district and all below it
 */
@Embeddable
public record RoutingRule(
        @Enumerated(EnumType.STRING) @Nullable CaseCategory category,
        @Enumerated(EnumType.STRING) @Nullable CaseKind kind,
        @Column(name = "district") @Nullable String district,
        @Embedded Assignee to) {

    /** A rule that asks for more is more specific; of two that ask for as much, the one of the smaller district. */
    static final Comparator<RoutingRule> BY_SPECIFICITY =
            Comparator.comparingLong(RoutingRule::conditions).thenComparingInt(RoutingRule::depth);

    boolean appliesTo(Receipt receipt) {
        return (category == null || category == receipt.category())
                && (kind == null || kind == receipt.kind())
                && (district == null || receipt.districtCode().startsWith(district));
    }

    private long conditions() {
        return Stream.of(category, kind, district).filter(Objects::nonNull).count();
    }

    private int depth() {
        return district == null ? 0 : district.length();
    }
}
