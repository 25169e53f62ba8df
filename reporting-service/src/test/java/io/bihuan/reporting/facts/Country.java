package io.bihuan.reporting.facts;

import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Source;
import io.bihuan.reporting.statistics.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Made-up hazards of a country with 31 provinces, 341 cities and 3,069 counties, found over five years until a moment. */
final class Country {

    static final int PROVINCES = 31;
    static final int CITIES = 11;
    static final int COUNTIES = 9;

    private static final Duration FIVE_YEARS = Duration.ofDays(1_826);

    private final Random random;
    private final Instant end;

    Country(long seed, Instant end) {
        this.random = new Random(seed);
        this.end = end;
    }

    static List<DistrictNews> districts() {
        List<DistrictNews> districts = new ArrayList<>();
        for (int province = 0; province < PROVINCES; province++) {
            String code = "%02d".formatted(11 + province);
            districts.add(new District(code, 1, "省" + code));
            for (int city = 1; city <= CITIES; city++) {
                String below = code + "%02d".formatted(city);
                districts.add(new District(below, 1, "市" + below));
                for (int county = 1; county <= COUNTIES; county++) {
                    String last = below + "%02d".formatted(county);
                    districts.add(new District(last, 1, "县" + last));
                }
            }
        }
        return districts;
    }

    String anyProvince() {
        return "%02d".formatted(11 + random.nextInt(PROVINCES));
    }

    String anyCity() {
        return anyProvince() + "%02d".formatted(1 + random.nextInt(CITIES));
    }

    private String anyCounty() {
        return anyCity() + "%02d".formatted(1 + random.nextInt(COUNTIES));
    }

    /** The life of one hazard as far as it has come by the end, about four steps. */
    List<Telling> life() {
        String district = anyCounty();
        Grade grade = Grade.values()[random.nextInt(4)];
        Category category = Category.values()[random.nextInt(Category.values().length)];
        Source source = Source.values()[random.nextInt(Source.values().length)];
        Instant at = end.minusSeconds(random.nextInt((int) FIVE_YEARS.toSeconds()));
        UUID hazard = id(at);
        Instant due = null;
        Status status = Status.FOUND;
        List<Telling> life = new ArrayList<>();
        while (at.isBefore(end)) {
            life.add(
                    telling(hazard, life.size() + 1, type(status), at, status, district, grade, category, source, due));
            if (status == Status.CLOSED || status == Status.ASSIGNED && random.nextInt(50) == 0) {
                return life;
            }
            at = at.plus(random.nextInt(60 * 24 * (status == Status.ASSIGNED ? 25 : 4)), ChronoUnit.MINUTES);
            if (status == Status.FOUND) {
                due = at.plus(15, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
            }
            status = switch (status) {
                case FOUND -> Status.ASSIGNED;
                case ASSIGNED -> Status.RECTIFIED;
                default -> random.nextInt(10) == 0 ? Status.ASSIGNED : Status.CLOSED;
            };
        }
        return life;
    }

    /** In the order of time, as hazard-service gives them (UUID version 7). */
    private UUID id(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12), random.nextLong() >>> 2 | 1L << 63);
    }

    private static String type(Status status) {
        return switch (status) {
            case FOUND -> "hazard.found";
            case ASSIGNED -> "hazard.assigned";
            case RECTIFIED -> "hazard.rectified";
            default -> "hazard.closed";
        };
    }

    private static Telling telling(
            UUID hazard,
            int version,
            String type,
            Instant at,
            Status status,
            String district,
            Grade grade,
            Category category,
            Source source,
            @Nullable Instant due) {
        Step step = new Step(
                hazard,
                version,
                type,
                at,
                status,
                district,
                grade,
                category,
                source,
                null,
                "某单位" + district,
                null,
                1,
                due,
                null,
                false,
                false);
        return new Telling(step, version == 1 ? "N-" + hazard : null, null, null, null, null);
    }
}
