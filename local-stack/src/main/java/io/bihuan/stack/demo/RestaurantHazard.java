package io.bihuan.stack.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.StackPorts;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.Tokens;
import io.bihuan.stack.client.UnexpectedException;
import io.bihuan.stack.client.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * One hazard of a restaurant in Xining's Chengdong district, from found to closed, sent back once on the way. It is a major
 * one, of which people are told at any hour of the day.
 */
final class RestaurantHazard {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /* Less than this before midnight, the reminder might come too late for its own deadline. */
    private static final Duration TOO_LATE_TODAY = Duration.ofHours(1);

    private static final String PARENT = "6301";
    private static final String DISTRICT = "630102";
    private static final String PHONE = "13900000000";
    private static final Map<String, String> RESTAURANT = Map.of("code", DemoPerson.UNIT.unit(), "name", "城东区某餐馆");

    private final Api hazards;
    private final Tokens tokens;
    private final Api notifications;
    private final Api reporting;
    private final Api inbox;
    private final HazardEvents events;
    private final Page page;
    private final InstantSource clock = InstantSource.system();

    private String id = "";
    private String number = "";
    private int version;
    private Figures figures;

    RestaurantHazard(StackPorts ports, Tokens tokens, HazardEvents events, Page page) {
        this.tokens = tokens;
        this.hazards = new Api(ports.hazard());
        this.notifications = new Api(ports.notification()).as(() -> tokens.of("supervisor"));
        this.reporting = new Api(ports.reporting()).as(() -> tokens.of("office"));
        this.inbox = new Api(ports.sms());
        this.events = events;
        this.page = page;
        this.figures = figures();
    }

    void live() {
        found();
        assigned();
        supervised();
        reminded();
        rectified("整改 Rectified", "已安装可燃气体报警器");
        returned();
        rectified("整改 Rectified again", "报警器已按规范高度重新安装");
        reinspected();
        closed();
        nothingIsLeftOver();
    }

    private void found() {
        page.heading("发现 Found: a restaurant's kitchen has no gas alarm, a major hazard");
        var answer = by(
                "inspector",
                "/api/hazards",
                Map.of(
                        "districtCode", DISTRICT,
                        "category", "COMMERCIAL_USE",
                        "grade", "MAJOR",
                        "source", "INSPECTION",
                        "description", "后厨未安装可燃气体报警器",
                        "siteName", "城东区某餐馆",
                        "address", "西宁市城东区某路 8 号",
                        "witness", "餐馆负责人",
                        "unit", RESTAURANT));
        id = answer.body().path("id").asText();
        number = answer.body().path("number").asText();
        stepTaken(
                "inspector: POST /api/hazards", answer, 201, "FOUND", "hazard.found", Map.of("found", 1L, "open", 1L));
    }

    private void assigned() {
        var due = nearDeadline();
        page.heading("交办 Assigned: to be rectified by " + due.format(LOCAL) + " (Asia/Shanghai), which is near");
        step(
                "supervisor",
                "assignment",
                Map.of(
                        "unit",
                        RESTAURANT,
                        "responsible",
                        Map.of("name", "餐馆负责人", "phone", PHONE),
                        "dueAt",
                        due.toInstant().toString(),
                        "measures",
                        "安装可燃气体报警器并与紧急切断阀联动",
                        "funds",
                        3200,
                        "contingencyPlan",
                        "停用燃气，改用电炊具",
                        "interimControls",
                        "整改期间停用燃气，专人值守"),
                "ASSIGNED",
                "hazard.assigned",
                Map.of("assigned", 1L));
    }

    private void supervised() {
        page.heading("挂牌督办 Supervised, as a major hazard must be: the city's office watches it until it is closed");
        step(
                "supervisor",
                "supervision",
                Map.of("level", "CITY", "documentNumber", "宁安委督〔2026〕3号"),
                "ASSIGNED",
                "hazard.supervised",
                Map.of());
    }

    /** Of the reminders before a deadline so near, the newest one that has come due is told at once. */
    private void reminded() {
        page.heading("催办 Reminded: an SMS to the responsible person");
        var sms = Waiting.until(
                PATIENCE,
                "GET /messages of the SMS inbox",
                "one SMS to " + PHONE + " that names " + number,
                this::smsAboutIt,
                messages -> !messages.isEmpty());
        page.line(
                "SMS",
                sms.get(0).path("to").asText() + "  " + sms.get(0).path("text").asText());
        var kept = Waiting.until(
                PATIENCE,
                "GET /api/notifications/messages?hazardId=" + id,
                "one message, ACCEPTED or DELIVERED",
                () -> items(notifications, "/api/notifications/messages?hazardId=" + id),
                messages -> messages.size() == 1
                        && List.of("ACCEPTED", "DELIVERED")
                                .contains(messages.get(0).path("state").asText()));
        page.line(
                "kept as",
                "message " + kept.get(0).path("id").asText() + ", "
                        + kept.get(0).path("state").asText());
    }

    private void rectified(String heading, String what) {
        page.heading(heading);
        step(
                "unit",
                "rectification",
                Map.of("description", what),
                "RECTIFIED",
                "hazard.rectified",
                Map.of("rectified", 1L));
    }

    private void returned() {
        page.heading("复查不合格 Returned: the re-inspection finds it not fixed");
        step(
                "inspector2",
                "return",
                Map.of("reason", "报警器安装高度不符合要求", "withinDays", 7),
                "ASSIGNED",
                "hazard.returned",
                Map.of("rectified", -1L, "returned", 1L));
    }

    private void reinspected() {
        page.heading("复查 Re-inspected: this time it is fixed; a major hazard takes a second person to close it");
        step("inspector2", "reinspection", Map.of("opinion", "复查合格，同意销号"), "RECTIFIED", "hazard.reinspected", Map.of());
    }

    private void closed() {
        page.heading("销号 Closed: by a supervisor, who neither rectified nor re-inspected it");
        step(
                "supervisor",
                "closure",
                Map.of("opinion", "同意销号"),
                "CLOSED",
                "hazard.closed",
                Map.of("closed", 1L, "open", -1L));
    }

    private void nothingIsLeftOver() {
        page.heading("闭环 The loop is closed");
        var history = items(hazards.as(() -> tokens.of("unit")), "/api/hazards/" + id + "/history");
        expect("steps in the history", version, history.size());
        var reminders = Waiting.until(
                PATIENCE,
                "GET /api/notifications/reminders?hazardId=" + id,
                "none that is PENDING",
                () -> items(notifications, "/api/notifications/reminders?hazardId=" + id),
                all -> all.stream()
                        .noneMatch(reminder -> reminder.path("state").asText().equals("PENDING")));
        expect("SMS about the hazard in all", 1, smsAboutIt().size());
        page.line("history", history.size() + " steps, nothing missing");
        page.line("reminders", byState(reminders));
    }

    private void step(
            String person, String action, Map<String, ?> body, String status, String event, Map<String, Long> moved) {
        var path = "/api/hazards/" + id + "/" + action;
        stepTaken(person + ": POST " + path, by(person, path, body), 200, status, event, moved);
    }

    private Api.Answer by(String person, String path, Map<String, ?> body) {
        return hazards.as(() -> tokens.of(person)).post(path, body);
    }

    /** Checks what came of a step that was just taken, in the order in which it comes about. */
    private void stepTaken(
            String call, Api.Answer answer, int httpStatus, String status, String event, Map<String, Long> moved) {
        long begun = System.nanoTime();
        version++;
        if (answer.status() != httpStatus
                || !answer.body().path("status").asText().equals(status)
                || answer.body().path("version").asInt() != version) {
            throw new UnexpectedException(
                    call, httpStatus + " with status " + status + ", version " + version, answer.toString());
        }
        page.line("call", call + " → " + httpStatus + " " + number + " " + status);
        page.line("event", events.next(id, number, event, version).toString());
        var before = figures;
        var expected = before.moved(moved);
        figures = Waiting.until(
                PATIENCE,
                "GET /api/reports/districts?parent=" + PARENT + ", row " + DISTRICT,
                expected.toString(),
                this::figures,
                expected::equals);
        page.line(
                "figures",
                "城东区 " + DISTRICT + ", the restaurant, MAJOR: " + figures.since(before) + "  ("
                        + (System.nanoTime() - begun) / 1_000_000 + " ms later)");
    }

    /** Of the restaurant's major hazards alone, so that whatever else goes on in the district disturbs nothing. */
    private Figures figures() {
        return Figures.of(reporting, PARENT, DISTRICT, DemoPerson.UNIT.unit());
    }

    /** Such as {@code 11 CANCELLED, 1 SENT}. */
    private static String byState(List<JsonNode> reminders) {
        return reminders.stream()
                .collect(groupingBy(reminder -> reminder.path("state").asText(), TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(state -> state.getValue() + " " + state.getKey())
                .collect(joining(", "));
    }

    private ZonedDateTime nearDeadline() {
        var now = clock.instant().atZone(ZONE);
        var midnight = now.truncatedTo(ChronoUnit.DAYS).plusDays(1);
        return Duration.between(now, midnight).compareTo(TOO_LATE_TODAY) < 0 ? midnight.plusDays(1) : midnight;
    }

    private List<JsonNode> smsAboutIt() {
        return items(inbox, "/messages?to=" + PHONE).stream()
                .filter(message -> message.path("text").asText().contains(number))
                .toList();
    }

    private static List<JsonNode> items(Api api, String path) {
        var answer = api.get(path);
        if (answer.status() != 200) {
            throw new UnexpectedException("GET " + path, "200 OK", answer.toString());
        }
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .toList();
    }

    private static void expect(String what, int expected, int came) {
        if (expected != came) {
            throw new UnexpectedException(what, "" + expected, "" + came);
        }
    }
}
