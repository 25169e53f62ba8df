package io.bihuan.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundariesTest {

    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    private final Boundaries boundaries =
            new Boundaries(List.of(new Move("630102001", "630103009", MAY), new Move("630103", "630203", JUNE)));

    @Test
    void whatMayLieInADistrictIsToldByItsOwnCodeAndByThoseThatWentOverIntoIt() {
        assertThat(boundaries.told("630103", MAY.minusNanos(1_000))).containsExactly("630103");
        assertThat(boundaries.told("630103", MAY)).containsExactly("630102001", "630103");
        assertThat(boundaries.told("630103009", MAY)).containsExactly("630102001", "630103009");
        assertThat(boundaries.told("630103009001", MAY)).containsExactly("630102001001", "630103009001");
    }

    @Test
    void oneMoveLeadsToTheNextAlsoBackwards() {
        assertThat(boundaries.district("630102001", JUNE)).isEqualTo("630203009");
        assertThat(boundaries.told("630203", JUNE)).containsExactly("630102001", "630103", "630203");
        assertThat(boundaries.told("630203009", JUNE)).containsExactly("630102001", "630103009", "630203009");
    }

    @Test
    void noneOfThemBeginsAnother() {
        assertThat(boundaries.told("63", JUNE)).containsExactly("63");
        assertThat(boundaries.told("", JUNE)).containsExactly("");
    }
}
