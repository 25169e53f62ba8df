package io.bihuan.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.reporting.testing.Activity.CampaignTold;
import io.bihuan.reporting.testing.Activity.InspectionTold;
import io.bihuan.reporting.testing.Activity.PhaseTold;
import io.bihuan.reporting.testing.Activity.SiteTold;
import io.bihuan.reporting.testing.Activity.TrainingTold;
import io.bihuan.reporting.testing.Asked;
import io.bihuan.reporting.testing.Event;
import io.bihuan.reporting.testing.Kept;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random files, inspections and trainings, told with repetitions and out of order, measured by the service and by an oracle. */
@QuarkusTest
class ActivityOracleTest extends RealPartsTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SITES = 120;
    private static final int INSPECTIONS = 600;
    private static final int TRAININGS = 200;
    private static final int QUESTIONS = 150;
    private static final long SEED = 20260517;

    private static final List<String> KINDS = List.of("RESTAURANT", "SCHOOL", "STATION");
    private static final List<String> AUDIENCES = List.of("UNIT_STAFF", "RESIDENTS", "STUDENTS");

    private final Random random = new Random(SEED);
    private final String root = Kept.freshDistrict();
    private final List<String> campaigns = List.of("X-" + root, "Y-" + root);
    private final List<String> districts = Stream.of("", "01", "0101", "0101001", "0102", "02", "0303", "0399")
            .map(end -> root + end)
            .toList();

    @Test
    void aNaiveRecomputationAgreesOnCoverageAndTrainingsAtAnyMomentDistrictAndFilter() {
        List<String> register =
                Stream.of("", "01", "0101", "02", "0303").map(end -> root + end).toList();
        for (String code : register) {
            topics.send(Event.ofDistrict(code, 1, "区划" + code));
            kept.awaitDistrict(code, 1);
        }
        List<CampaignTold> plans = campaigns.stream()
                .map(code -> new CampaignTold(
                        code,
                        1,
                        List.of(root),
                        KINDS.subList(0, 1 + random.nextInt(2)),
                        "1",
                        "1",
                        List.of(new PhaseTold("SELF_CHECK", "2026-01-01", "2026-03-31"))))
                .toList();
        List<SiteTold> sites = new ArrayList<>();
        for (int i = 0; i < SITES; i++) {
            sites.addAll(life(root + "S" + i));
        }
        List<InspectionTold> inspections =
                Stream.generate(this::inspection).limit(INSPECTIONS).toList();
        List<TrainingTold> trainings =
                Stream.generate(this::training).limit(TRAININGS).toList();

        List<Event> events = new ArrayList<>();
        plans.forEach(plan -> events.add(plan.event()));
        sites.forEach(site -> events.add(site.event()));
        inspections.forEach(inspection -> events.add(inspection.event()));
        trainings.forEach(training -> events.addAll(training.events()));
        topics.send(disordered(events));
        plans.forEach(plan -> kept.awaitCampaign(plan.code(), 1));
        kept.awaitSites(sites);
        kept.awaitInspections(inspections);
        kept.awaitTrainings(trainings);

        ActivityOracle oracle = new ActivityOracle(sites, inspections, trainings, plans, Set.copyOf(register));
        List<Instant> moments = Stream.of(
                        sites.stream().map(SiteTold::at),
                        inspections.stream().map(InspectionTold::at),
                        trainings.stream().map(TrainingTold::heldAt),
                        trainings.stream().flatMap(training -> Stream.ofNullable(training.voidedAt())))
                .flatMap(times -> times)
                .toList();
        for (int i = 0; i < QUESTIONS; i++) {
            ActivityOracle.Asked coverage = question(moments, KINDS);
            assertThat(ask("coverage", "kind", coverage))
                    .as("seed %d, question %d: %s", SEED, i, coverage)
                    .isEqualTo(oracle.coverage(coverage));
            ActivityOracle.Asked trained = question(moments, AUDIENCES);
            assertThat(ask("trainings", "audience", trained))
                    .as("seed %d, question %d: %s", SEED, i, trained)
                    .isEqualTo(oracle.trainings(trained));
        }
    }

    /** A site's file through the years: it moves, changes hands and kind, closes and opens; now and then a later version is backdated. */
    private List<SiteTold> life(String code) {
        List<SiteTold> life = new ArrayList<>();
        Instant at = moment();
        int versions = 1 + random.nextInt(5);
        for (int version = 1; version <= versions; version++) {
            life.add(new SiteTold(
                    code,
                    version,
                    any(KINDS),
                    any(districts),
                    random.nextInt(3) == 0 ? null : root + "U" + random.nextInt(40),
                    random.nextInt(4) > 0,
                    at));
            at = at.plusSeconds(random.nextInt(8) == 0 ? -random.nextInt(86_400) : random.nextInt(20) * 43_200L);
        }
        return life;
    }

    /** Of a site that may not be on file, or not yet, at a place where it may not lie on file. */
    private InspectionTold inspection() {
        int checked = random.nextInt(20);
        int failed = random.nextInt(3) == 0 ? Math.min(checked, random.nextInt(4)) : 0;
        int hazards = random.nextInt(3) == 0 ? random.nextInt(3) : 0;
        return new InspectionTold(
                UUID.randomUUID(),
                root + "S" + random.nextInt(SITES + 5),
                any(KINDS),
                any(districts),
                sometimes(campaigns),
                checked,
                failed,
                hazards,
                hazards == 0 ? 0 : random.nextInt(hazards + 1),
                moment());
    }

    private TrainingTold training() {
        Instant held = moment();
        return new TrainingTold(
                UUID.randomUUID(),
                any(districts),
                any(AUDIENCES),
                1 + random.nextInt(300),
                sometimes(campaigns),
                held,
                random.nextInt(4) == 0 ? held.plusSeconds(random.nextInt(20 * 86_400)) : null);
    }

    /** All events in any order, every fourth of them twice. */
    private List<Event> disordered(List<Event> told) {
        List<Event> events = new ArrayList<>(told);
        events.addAll(told.stream().filter(event -> random.nextInt(4) == 0).toList());
        Collections.shuffle(events, random);
        return events;
    }

    private ActivityOracle.Asked question(List<Instant> moments, List<String> choices) {
        Instant one = any(moments);
        Instant other = any(moments);
        boolean ordered = one.isBefore(other);
        return new ActivityOracle.Asked(
                any(districts),
                random.nextInt(2) == 0 ? (ordered ? one : other) : null,
                random.nextInt(2) == 0 ? (ordered ? other : one) : null,
                any(moments).plus(random.nextInt(3) - 1L, ChronoUnit.MICROS),
                sometimes(choices),
                sometimes(campaigns));
    }

    private static Object ask(String report, String what, ActivityOracle.Asked asked) {
        return Asked.measures(Asked.of(
                report,
                "parent",
                asked.parent(),
                "asOf",
                asked.asOf().toString(),
                "from",
                asked.from() == null ? null : asked.from().toString(),
                "to",
                asked.to() == null ? null : asked.to().toString(),
                what,
                asked.what(),
                "campaign",
                asked.campaign()));
    }

    private Instant moment() {
        return BEGIN.plusSeconds(random.nextInt(90 * 86_400)).plusNanos(1_000L * random.nextInt(1_000_000));
    }

    private @Nullable String sometimes(List<String> choices) {
        return random.nextInt(3) == 0 ? any(choices) : null;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
