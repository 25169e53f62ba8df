package io.bihuan.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bihuan.stack.StackPorts;
import io.bihuan.stack.client.Tokens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Hazards of many kinds of life, which several clients write at the same time. */
final class Lives {

    private static final int CLIENTS = 4;

    /** A step after the first, and what is sent for it. */
    private record Action(String name, Map<String, ?> body) {}

    private static final Action ASSIGNED = new Action(
            "assignment",
            Map.of(
                    "unit",
                    Map.of("name", "某餐馆"),
                    "responsible",
                    Map.of("name", "餐馆负责人", "phone", "13900000001"),
                    "withinDays",
                    9,
                    "measures",
                    "安装可燃气体报警器"));
    private static final Action RECTIFIED = new Action("rectification", Map.of("description", "已安装报警器"));
    private static final Action RETURNED = new Action("return", Map.of("reason", "报警器安装高度不符合要求", "withinDays", 9));
    private static final Action CLOSED = new Action("closure", Map.of("opinion", "复查合格，同意销号"));

    /** What comes after a hazard was found. */
    private static final List<List<Action>> KINDS = List.of(
            List.of(),
            List.of(ASSIGNED),
            List.of(ASSIGNED, RECTIFIED),
            List.of(ASSIGNED, RECTIFIED, RETURNED),
            List.of(ASSIGNED, RECTIFIED, CLOSED),
            List.of(ASSIGNED, RECTIFIED, RETURNED, RECTIFIED, CLOSED));

    private final PatientClient client;
    private final PatientClient closer;
    private final List<String> districts;
    private final int perDistrict;
    private final AtomicInteger taken = new AtomicInteger();

    /**
     * @param ports where hazard-service and the provider of tokens listen
     * @param districts each gets as many lives
     * @param ofEachKind how many of each kind a district gets
     */
    Lives(StackPorts ports, List<String> districts, int ofEachKind) {
        var tokens = Tokens.from(ports.identity());
        this.client = new PatientClient(ports.hazard(), () -> tokens.of("admin"));
        this.closer = new PatientClient(ports.hazard(), () -> tokens.of("supervisor"));
        this.districts = districts;
        this.perDistrict = ofEachKind * KINDS.size();
    }

    /** @return how many steps there will be in all */
    int steps() {
        return districts.size()
                * perDistrict
                / KINDS.size()
                * KINDS.stream().mapToInt(life -> 1 + life.size()).sum();
    }

    /** @return what the report must say of each district */
    Map<String, Integer> figuresOfEachDistrict() {
        int each = perDistrict / KINDS.size();
        return Map.of(
                "found", perDistrict,
                "assigned", 5 * each,
                "rectified", 3 * each,
                "closed", 2 * each,
                "open", 4 * each,
                "returned", 2 * each,
                "overdueEver", 0);
    }

    /**
     * Writes all lives, and returns when every step was answered.
     *
     * @param times how often something happens meanwhile, evenly spread over the steps
     * @param meanwhile done by one of the clients, once at a time, while the others go on
     */
    void write(int times, Runnable meanwhile) {
        int between = steps() / (times + 1);
        Runnable counted = () -> {
            int now = taken.incrementAndGet();
            if (now % between == 0 && now / between <= times) {
                synchronized (this) {
                    meanwhile.run();
                }
            }
        };
        CompletableFuture.allOf(IntStream.range(0, CLIENTS)
                        .mapToObj(nth -> CompletableFuture.runAsync(
                                () -> writeInTurn(nth, counted), task -> new Thread(task, "client " + nth).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void writeInTurn(int nth, Runnable counted) {
        for (int life = nth; life < districts.size() * perDistrict; life += CLIENTS) {
            try {
                writeLife(districts.get(life / perDistrict), KINDS.get(life % KINDS.size()), counted);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("an answer that is no JSON", e);
            }
        }
    }

    private void writeLife(String district, List<Action> life, Runnable counted) throws JsonProcessingException {
        var found = client.post(
                "/api/hazards",
                Map.of(
                        "districtCode", district,
                        "category", "COMMERCIAL_USE",
                        "grade", "GENERAL",
                        "source", "SELF_CHECK",
                        "description", "后厨未安装可燃气体报警器"));
        counted.run();
        for (var action : life) {
            // Who rectified does not close.
            var doer = action == CLOSED ? closer : client;
            doer.post("/api/hazards/" + found.path("id").asText() + "/" + action.name(), action.body());
            counted.run();
        }
    }
}
