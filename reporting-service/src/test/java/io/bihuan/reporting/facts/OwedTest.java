package io.bihuan.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.reporting.statistics.Grade;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose hazards a total of units says that it is of. */
class OwedTest {

    static Stream<Owed> units() {
        return Stream.of(
                new Owed("630102", "U-17", "某燃气公司", Grade.MAJOR),
                new Owed("630102", "U-17", null, Grade.MAJOR),
                new Owed("630102", "某餐馆", "某餐馆", Grade.GENERAL),
                new Owed("630102", "a name\twith a tab", "a name\twith a tab", Grade.GENERAL),
                new Owed("630102", null, null, Grade.MINOR));
    }

    @ParameterizedTest
    @MethodSource("units")
    void aSliceSaysWhoseHazardsTheyAreAndOfWhichGrade(Owed owed) {
        assertThat(Owed.isSlice(owed.slice())).isTrue();
        assertThat(Owed.read("630102", owed.slice())).isEqualTo(owed);
    }
}
