package io.bihuan.reporting;

import io.bihuan.reporting.testing.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Lives of hazards as chance has it, the same for the same seed but for the hazards' ids. */
final class RandomLives {

    static final List<String> GRADES = List.of("MAJOR", "SERIOUS", "GENERAL", "MINOR");
    static final List<String> CATEGORIES = List.of("PIPELINE", "STATION", "HEAT_NETWORK");
    static final List<String> UNITS = List.of("某燃气公司", "某供热公司", "某餐馆");
    static final List<String> CAMPAIGNS = List.of("GAS-2026", "HEAT-2026");
    static final List<String> SOURCES = List.of("INSPECTION", "CITIZEN", "HOTLINE_12345");

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LONGEST = 12;

    private final Random random;
    private final List<String> districts;
    private Instant at = BEGIN;

    RandomLives(Random random, List<String> districts) {
        this.random = random;
        this.districts = districts;
    }

    Life next() {
        at = BEGIN.plusSeconds(random.nextInt(90 * 86_400)).plusNanos(1_000L * random.nextInt(1_000_000));
        Life life = Life.in(any(districts), UUID.randomUUID())
                .being(any(GRADES), any(CATEGORIES), any(SOURCES))
                .by(any(UNITS))
                .under(random.nextInt(3) == 0 ? any(CAMPAIGNS) : null)
                .found(at.toString());
        while (life.said().size() < LONGEST && random.nextInt(8) > 0) {
            step(life);
        }
        return life;
    }

    private void step(Life life) {
        // Now and then two steps happen at the very same moment.
        at = at.plus(Duration.ofSeconds(random.nextInt(10) == 0 ? 0 : random.nextInt(6 * 86_400)))
                .plusNanos(1_000L * random.nextInt(1_000));
        String now = at.toString();
        if (life.status().equals("ASSIGNED") && random.nextInt(3) == 0) {
            life.escalated(now);
        }
        switch (life.status()) {
            case "FOUND" -> {
                switch (random.nextInt(10)) {
                    case 0 -> life.voided(now);
                    case 1 -> life.merged(now);
                    case 2 -> life.regraded(now, any(GRADES));
                    default ->
                        life.ordering(
                                        random.nextBoolean() ? random.nextInt(9_000) + ".05" : null,
                                        random.nextBoolean(),
                                        random.nextBoolean())
                                .assigned(now, deadline());
                }
            }
            case "ASSIGNED" -> {
                switch (random.nextInt(10)) {
                    case 0 -> life.extended(now, deadline());
                    case 1 -> life.regraded(now, any(GRADES));
                    case 2 -> life.by(any(UNITS)).transferred(now, any(districts));
                    case 3 -> life.merged(now);
                    default -> life.rectified(now);
                }
            }
            case "RECTIFIED" -> {
                switch (random.nextInt(6)) {
                    case 0, 1 -> life.returned(now, deadline());
                    case 2 -> life.regraded(now, any(GRADES));
                    default -> life.closed(now);
                }
            }
            case "CLOSED" -> {
                if (random.nextInt(3) == 0) {
                    life.reopened(now, deadline());
                }
            }
            default -> {
                // Merged or voided: its life is over.
            }
        }
    }

    /** Mostly days ahead, at times the very moment of the step or before it, as in an imported ledger. */
    private String deadline() {
        return at.plusSeconds(random.nextInt(8 * 86_400) - 43_200L * random.nextInt(3))
                .toString();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
