package io.bihuan.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bihuan.reporting.facts.News;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AudiencesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DISTRICT = "6301";

    private final AtomicInteger figures = new AtomicInteger(1);
    private final AtomicInteger computations = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final Audiences audiences = new Audiences(this::tell, new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        audiences.stop();
    }

    private Present tell(String district) throws SQLException {
        computations.incrementAndGet();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new SQLException("the database is away");
        }
        return new Present("r" + figures.get(), district + ": " + figures.get());
    }

    @Test
    void oneComputationServesAllWhoListenToADistrict() {
        List<AssertSubscriber<Optional<Present>>> crowd =
                IntStream.range(0, 200).mapToObj(i -> listen(DISTRICT, null)).toList();
        crowd.forEach(listener -> awaitLast(listener, "6301: 1"));
        assertThat(computations).hasValueLessThanOrEqualTo(2);
        figures.set(2);
        audiences.hear(new News(Set.of("630102")));
        crowd.forEach(listener -> awaitLast(listener, "6301: 2"));
        assertThat(computations).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void aBurstOfNewsIsFewComputationsAndTheLatestFiguresCome() {
        AssertSubscriber<Optional<Present>> listener = listen(DISTRICT, null);
        awaitLast(listener, "6301: 1");
        int before = computations.get();
        long begin = System.nanoTime();
        for (int i = 2; i <= 10_000; i++) {
            figures.set(i);
            audiences.hear(new News(Set.of(DISTRICT)));
        }
        awaitLast(listener, "6301: 10000");
        long quarters = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 250;
        assertThat(computations.get() - before).isLessThanOrEqualTo((int) quarters + 2);
    }

    @Test
    void whoReadsSlowlyMissesSomeButNotTheLatestAndHoldsUpNobody() {
        AssertSubscriber<Optional<Present>> slow =
                audiences.listen(DISTRICT, null).subscribe().withSubscriber(AssertSubscriber.create(1));
        AssertSubscriber<Optional<Present>> quick = listen(DISTRICT, null);
        for (int i = 1; i <= 4; i++) {
            figures.set(i);
            audiences.hear(new News(Set.of(DISTRICT)));
            awaitLast(quick, "6301: " + i);
        }
        assertThat(slow.getItems()).hasSize(1);
        slow.request(1);
        awaitLast(slow, "6301: 4");
        assertThat(slow.getItems()).hasSize(2);
    }

    @Test
    void figuresThatStayTheSameAreNotToldAgain() {
        AssertSubscriber<Optional<Present>> knowing = listen(DISTRICT, "r1");
        AssertSubscriber<Optional<Present>> newcomer = listen(DISTRICT, "something older");
        awaitLast(newcomer, "6301: 1");
        audiences.hear(News.ofEverything());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(computations).hasValueGreaterThan(1));
        figures.set(2);
        audiences.hear(News.ofEverything());
        awaitLast(newcomer, "6301: 2");
        awaitLast(knowing, "6301: 2");
        assertThat(told(newcomer)).containsExactly("6301: 1", "6301: 2");
        assertThat(told(knowing)).containsExactly("6301: 2");
    }

    @Test
    void newsOfOtherDistrictsCostsNothing() {
        AssertSubscriber<Optional<Present>> listener = listen(DISTRICT, null);
        awaitLast(listener, "6301: 1");
        int before = computations.get();
        audiences.hear(new News(Set.of("6302", "64")));
        audiences.hear(new News(Set.of("6302", "64")));
        figures.set(2);
        audiences.hear(new News(Set.of("6302", "630102001")));
        awaitLast(listener, "6301: 2");
        assertThat(computations.get() - before).isBetween(1, 2);
    }

    @Test
    void whatFailsIsTriedAgain() {
        failures.set(1);
        AssertSubscriber<Optional<Present>> listener = listen(DISTRICT, null);
        awaitLast(listener, "6301: 1");
        assertThat(computations).hasValue(2);
    }

    @Test
    void whoHasGoneIsForgotten() {
        AssertSubscriber<Optional<Present>> listener = listen(DISTRICT, null);
        awaitLast(listener, "6301: 1");
        listener.cancel();
        int before = computations.get();
        audiences.hear(News.ofEverything());
        listen("6302", null);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(computations).hasValueGreaterThan(before));
        assertThat(computations).hasValue(before + 1);
        assertThat(listener.getItems())
                .allMatch(item -> item.isEmpty() || item.get().json().equals("6301: 1"));
    }

    @Test
    void aShutdownSendsEverybodyAwayAndLetsNobodyIn() {
        AssertSubscriber<Optional<Present>> listener = listen(DISTRICT, null);
        assertThat(audiences.isFull()).isFalse();
        audiences.close(new ShutdownDelayInitiatedEvent());
        listener.awaitCompletion(PATIENCE);
        assertThat(audiences.isFull()).isTrue();
    }

    private AssertSubscriber<Optional<Present>> listen(String district, @Nullable String known) {
        return audiences.listen(district, known).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
    }

    private static void awaitLast(AssertSubscriber<Optional<Present>> listener, String json) {
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).untilAsserted(() -> assertThat(told(listener))
                .endsWith(json));
    }

    private static List<String> told(AssertSubscriber<Optional<Present>> listener) {
        return listener.getItems().stream()
                .flatMap(Optional::stream)
                .map(Present::json)
                .toList();
    }
}
