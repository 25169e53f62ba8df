package io.bihuan.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.stack.Stack;
import io.bihuan.system.HazardTopic.Event;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Services are killed as a crash would, again and again, while clients write: nothing is lost, nothing counts twice. */
@Tag("long")
class RelayCrashTest {

    private static final int CRASHES = 3;
    private static final int OF_EACH_KIND = 20;

    private static final Stack STACK = SharedStack.running();

    @Test
    void everyEventIsAppliedOnceAlthoughTheRelayIsKilledMidStream() {
        everythingArrivesOnceAlthoughCrashing("6328", List.of("632801", "632802", "632821"), "hazard-service");
    }

    @Test
    void everyEventIsAppliedOnceAlthoughItsReadersAreKilledMidStream() {
        everythingArrivesOnceAlthoughCrashing(
                "6322", List.of("632221", "632222", "632223"), "notification-service", "reporting-service");
    }

    private static void everythingArrivesOnceAlthoughCrashing(
            String parent, List<String> districts, String... services) {
        long begun = System.nanoTime();
        int before = new Kept(STACK).history().size();
        long repeatedBefore = repeated(HazardTopic.everything(STACK.ports().kafka()));
        var lives = new Lives(STACK.ports(), districts, OF_EACH_KIND);

        lives.write(CRASHES, () -> crash(services));

        var published = new CaughtUp(STACK).check();
        assertThat(new Kept(STACK).history()).hasSize(before + lives.steps());
        var report = SharedStack.asAdministrator(STACK, STACK.ports().reporting())
                .get("/api/reports/districts?parent=" + parent);
        for (var district : districts) {
            assertThat(report.body().path("items"))
                    .filteredOn(item -> item.path("districtCode").asText().equals(district))
                    .singleElement()
                    .satisfies(item -> lives.figuresOfEachDistrict().forEach((measure, value) -> assertThat(
                                    item.path(measure).asInt())
                            .as("%s of %s", measure, district)
                            .isEqualTo(value)));
        }
        System.out.printf(
                "%d steps written over %d crashes of %s: every one applied once, %d of their events came twice, %.1f s%n",
                lives.steps(),
                CRASHES,
                String.join(" and ", services),
                repeated(published) - repeatedBefore,
                (System.nanoTime() - begun) / 1e9);
    }

    private static void crash(String... services) {
        for (var service : services) {
            STACK.service(service).kill();
        }
        for (var service : services) {
            STACK.service(service).start();
        }
    }

    private static long repeated(List<Event> published) {
        return published.size() - published.stream().distinct().count();
    }
}
