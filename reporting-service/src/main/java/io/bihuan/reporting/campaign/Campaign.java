package io.bihuan.reporting.campaign;

import io.bihuan.reporting.coverage.SiteKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A campaign 专项行动 as it stands on file.
 *
 * @param version 1, 2, 3… per campaign
 * @param from its first local day
 * @param to its last local day
 * @param phases in their order, none overlapping
 * @param districts each stands for all below it
 * @param siteKinds the kinds of site that are covered
 * @param coverageTarget the coverage that is to be reached, 0 to 1
 * @param closureTarget the closure rate that is to be reached, 0 to 1
 */
public record Campaign(
        String code,
        int version,
        String name,
        LocalDate from,
        LocalDate to,
        List<Phase> phases,
        List<String> districts,
        Set<SiteKind> siteKinds,
        BigDecimal coverageTarget,
        BigDecimal closureTarget) {

    /** The phase that it is in on a day; null before, between and after its phases. */
    public Phase.@Nullable Kind phaseOn(LocalDate day) {
        return phases.stream()
                .filter(phase -> !day.isBefore(phase.from()) && !day.isAfter(phase.to()))
                .map(Phase::kind)
                .findFirst()
                .orElse(null);
    }

    /**
     * What of it lies within some districts; empty if nothing does.
     *
     * @param codes of the districts, none within another; the empty one stands for all
     */
    public Optional<Campaign> within(List<String> codes) {
        List<String> there = districts.stream()
                .flatMap(district -> codes.stream().anyMatch(district::startsWith)
                        ? Stream.of(district)
                        : codes.stream().filter(code -> code.startsWith(district)))
                .distinct()
                .toList();
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(new Campaign(
                        code, version, name, from, to, phases, there, siteKinds, coverageTarget, closureTarget));
    }

    /** Whether a district lies within another one of the campaign, with which it is counted already. */
    boolean coversAbove(String district) {
        return districts.stream().anyMatch(other -> !other.equals(district) && district.startsWith(other));
    }
}
