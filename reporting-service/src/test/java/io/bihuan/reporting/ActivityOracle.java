package io.bihuan.reporting;

import io.bihuan.reporting.testing.Activity.CampaignTold;
import io.bihuan.reporting.testing.Activity.InspectionTold;
import io.bihuan.reporting.testing.Activity.SiteTold;
import io.bihuan.reporting.testing.Activity.TrainingTold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Computes coverage and trainings in the most naive way from what was told, sharing no code with the service. {@code register} has the
 * codes on file.
 */
record ActivityOracle(
        Collection<SiteTold> sites,
        Collection<InspectionTold> inspections,
        Collection<TrainingTold> trainings,
        Collection<CampaignTold> campaigns,
        Set<String> register) {

    private static final List<String> AUDIENCES =
            List.of("INSPECTORS", "ENTERPRISE_STAFF", "UNIT_STAFF", "GRID_WORKERS", "RESIDENTS", "STUDENTS");

    /** A question; {@code what} is a kind of site or an audience. */
    record Asked(
            String parent,
            @Nullable Instant from,
            @Nullable Instant to,
            Instant asOf,
            @Nullable String what,
            @Nullable String campaign) {

        boolean covers(Instant at) {
            return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to)) && !at.isAfter(asOf);
        }

        boolean isUnder(@Nullable String other) {
            return campaign == null || campaign.equals(other);
        }
    }

    /** Measures by the part's code, and those of all under the empty code, as they are written in JSON. */
    Map<String, Map<String, String>> coverage(Asked asked) {
        Set<String> kinds = asked.what != null
                ? Set.of(asked.what)
                : campaigns.stream()
                        .filter(campaign -> campaign.code().equals(asked.campaign))
                        .findFirst()
                        .map(campaign -> Set.copyOf(campaign.kinds()))
                        .orElse(Set.of());
        List<SiteTold> onFile = sites.stream()
                .map(SiteTold::code)
                .distinct()
                .flatMap(code -> site(code, asked.asOf).stream())
                .filter(SiteTold::active)
                .filter(site -> site.district().startsWith(asked.parent))
                .filter(site -> kinds.isEmpty() || kinds.contains(site.kind()))
                .toList();
        List<InspectionTold> held = inspections.stream()
                .filter(inspection -> asked.covers(inspection.at()) && asked.isUnder(inspection.campaign()))
                .toList();
        Set<String> inspected = new HashSet<>();
        held.forEach(inspection -> inspected.add(inspection.site()));
        List<InspectionTold> here = held.stream()
                .filter(inspection -> inspection.district().startsWith(asked.parent))
                .filter(inspection -> kinds.isEmpty() || kinds.contains(inspection.kind()))
                .toList();
        return byPart(
                asked.parent,
                onFile,
                SiteTold::district,
                here,
                InspectionTold::district,
                (there, then) -> coverage(there, inspected, then, asked.asOf));
    }

    /** Likewise of trainings. */
    Map<String, Map<String, String>> trainings(Asked asked) {
        List<TrainingTold> held = trainings.stream()
                .filter(training -> training.district().startsWith(asked.parent))
                .filter(training -> asked.covers(training.heldAt()) && asked.isUnder(training.campaign()))
                .filter(training ->
                        training.voidedAt() == null || training.voidedAt().isAfter(asked.asOf))
                .filter(training -> asked.what == null || asked.what.equals(training.audience()))
                .toList();
        return byPart(
                asked.parent,
                held,
                TrainingTold::district,
                List.of(),
                Object::toString,
                (there, none) -> trained(there));
    }

    private interface Measuring<A, B> {
        Map<String, String> of(List<A> some, List<B> others);
    }

    private <A, B> Map<String, Map<String, String>> byPart(
            String parent,
            List<A> some,
            Function<A, String> where,
            List<B> others,
            Function<B, String> otherWhere,
            Measuring<A, B> measuring) {
        Set<String> parts = new TreeSet<>();
        Stream.of(
                        register.stream().filter(code -> code.startsWith(parent) && !code.equals(parent)),
                        some.stream().map(where),
                        others.stream().map(otherWhere))
                .flatMap(codes -> codes)
                .forEach(code -> parts.add(part(code, parent)));
        Map<String, Map<String, String>> measures = new TreeMap<>();
        measures.put("", measuring.of(some, others));
        for (String part : parts) {
            measures.put(
                    part,
                    measuring.of(
                            some.stream()
                                    .filter(one ->
                                            part(where.apply(one), parent).equals(part))
                                    .toList(),
                            others.stream()
                                    .filter(one ->
                                            part(otherWhere.apply(one), parent).equals(part))
                                    .toList()));
        }
        return measures;
    }

    private Map<String, String> coverage(
            List<SiteTold> onFile, Set<String> inspected, List<InspectionTold> held, Instant asOf) {
        long covered =
                onFile.stream().filter(site -> inspected.contains(site.code())).count();
        Set<String> units = new HashSet<>();
        held.forEach(
                inspection -> site(inspection.site(), asOf).map(SiteTold::unit).ifPresent(units::add));
        Map<String, String> measures = new TreeMap<>();
        measures.put("sites", "" + onFile.size());
        measures.put("inspectedSites", "" + covered);
        measures.put(
                "coverageRate",
                onFile.isEmpty()
                        ? "null"
                        : new BigDecimal(covered)
                                .divide(new BigDecimal(onFile.size()), 4, RoundingMode.HALF_UP)
                                .toPlainString());
        measures.put("inspections", "" + held.size());
        measures.put(
                "checkedItems",
                "" + held.stream().mapToLong(InspectionTold::checked).sum());
        measures.put(
                "failedItems",
                "" + held.stream().mapToLong(InspectionTold::failed).sum());
        measures.put(
                "cleanInspections",
                "" + held.stream().filter(InspectionTold::isClean).count());
        measures.put(
                "foundHazards",
                "" + held.stream().mapToLong(InspectionTold::hazards).sum());
        measures.put(
                "fixedOnSpot",
                "" + held.stream().mapToLong(InspectionTold::fixed).sum());
        measures.put("inspectedUnits", "" + units.size());
        return measures;
    }

    private static Map<String, String> trained(List<TrainingTold> held) {
        Map<String, String> measures = new TreeMap<>();
        measures.put("sessions", "" + held.size());
        measures.put(
                "people", "" + held.stream().mapToLong(TrainingTold::people).sum());
        for (String audience : AUDIENCES) {
            List<TrainingTold> theirs = new ArrayList<>(held);
            theirs.removeIf(training -> !training.audience().equals(audience));
            measures.put(audience + ".sessions", "" + theirs.size());
            measures.put(
                    audience + ".people",
                    "" + theirs.stream().mapToLong(TrainingTold::people).sum());
        }
        return measures;
    }

    /** The last version of a site of those that had happened. */
    private Optional<SiteTold> site(String code, Instant asOf) {
        return sites.stream()
                .filter(site -> site.code().equals(code) && !site.at().isAfter(asOf))
                .max(Comparator.comparing(SiteTold::version));
    }

    private String part(String district, String parent) {
        for (int length = parent.length() + 1; length <= district.length(); length++) {
            if (register.contains(district.substring(0, length))) {
                return district.substring(0, length);
            }
        }
        return district;
    }
}
