package io.bihuan.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bihuan.stack.Stack;
import io.bihuan.system.HazardTopic.Event;
import io.bihuan.system.Kept.HistoryRow;
import io.bihuan.system.Kept.Step;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The promise of the pipeline, checked over all that a stack holds: every row of the history is on the topic, nothing
 * else is, in each hazard's own order, and every reader has taken every step once.
 */
final class CaughtUp {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Kept kept;
    private final int kafkaPort;

    CaughtUp(Stack stack) {
        this.kept = new Kept(stack);
        this.kafkaPort = stack.ports().kafka();
    }

    /** Waits until everybody has everything, and checks it. Nobody may write meanwhile. */
    List<Event> check() {
        var history = kept.history();
        await("every step of the history on the topic")
                .atMost(PATIENCE)
                .until(() -> HazardTopic.everything(kafkaPort).stream()
                        .map(Event::id)
                        .collect(toCollection(LinkedHashSet::new))
                        .containsAll(history.stream().map(HistoryRow::id).toList()));
        var published = HazardTopic.everything(kafkaPort);
        var first = List.copyOf(new LinkedHashSet<>(published));
        assertThat(first.stream().map(Event::id))
                .as("events published, repetitions aside")
                .containsExactlyInAnyOrderElementsOf(
                        history.stream().map(HistoryRow::id).toList());
        checkOrder("the history", history.stream().map(HistoryRow::step).toList());
        checkOrder("the topic", first.stream().map(Event::step).toList());
        assertThat(kept.parked()).as("events that could not be published").isEmpty();

        var steps = history.stream().map(HistoryRow::step).toList();
        await("every step in the figures").atMost(PATIENCE).untilAsserted(() -> assertThat(kept.reported())
                .containsExactlyInAnyOrderElementsOf(steps));
        await("every hazard watched as it stands").atMost(PATIENCE).untilAsserted(() -> assertThat(kept.watched())
                .containsExactlyInAnyOrderElementsOf(kept.hazards()));
        return published;
    }

    /** The versions of each hazard are 1, 2, 3… */
    private static void checkOrder(String where, List<Step> steps) {
        steps.stream().collect(groupingBy(Step::hazard)).forEach((hazard, its) -> assertThat(its)
                .as("%s of %s", where, hazard)
                .isEqualTo(IntStream.rangeClosed(1, its.size())
                        .mapToObj(version -> new Step(hazard, version))
                        .toList()));
    }
}
