package io.bihuan.reporting.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A hazard's life, told step by step; each step is an event as hazard-service would publish it. */
public final class Life {

    /** What an event says, for a reader that wants to compute by itself. */
    public record Said(
            UUID hazard,
            int version,
            String type,
            String status,
            String district,
            String grade,
            String category,
            String source,
            int round,
            @Nullable Instant dueAt,
            Instant at,
            String unit,
            @Nullable String campaign,
            @Nullable String funds,
            boolean contingencyPlan,
            boolean interimControls) {

        public Event event() {
            String json = """
                    {"hazardId": "%s", "version": %d, "number": "N-%1$s", "districtCode": "%s", "grade": "%s",
                     "category": "%s", "source": "%s", "status": "%s", "round": %d, "dueAt": %s, "at": "%s",
                     "recordedAt": "%10$s", "by": "检查人员甲", "returns": 7,
                     "unit": {"code": null, "name": "%s"}, "campaign": %s, "funds": %s, "contingencyPlan": %s,
                     "interimControls": %s}""".formatted(
                            hazard,
                            version,
                            district,
                            grade,
                            category,
                            source,
                            status,
                            round,
                            dueAt == null ? "null" : "\"" + dueAt + "\"",
                            at,
                            unit,
                            campaign == null ? "null" : "\"" + campaign + "\"",
                            funds,
                            contingencyPlan ? "\"停用燃气，改用电炊具\"" : "null",
                            interimControls ? "\"专人值守\"" : "null");
            return Event.ofHazard(hazard.toString(), type, json);
        }
    }

    private final UUID hazard;
    private final List<Said> said = new ArrayList<>();
    private final List<Instant> escalations = new ArrayList<>();
    private String status = "FOUND";
    private String district;
    private String grade = "GENERAL";
    private String category = "COMMERCIAL_USE";
    private String source = "INSPECTION";
    private int round = 1;
    private @Nullable Instant dueAt;
    private String unit = "城东区某餐馆";
    private @Nullable String campaign;
    private @Nullable String funds;
    private boolean contingencyPlan;
    private boolean interimControls;

    private Life(UUID hazard, String district) {
        this.hazard = hazard;
        this.district = district;
    }

    public static Life in(String district) {
        return new Life(UUID.randomUUID(), district);
    }

    public static Life in(String district, UUID hazard) {
        return new Life(hazard, district);
    }

    public Life being(String grade, String category, String source) {
        this.grade = grade;
        this.category = category;
        this.source = source;
        return this;
    }

    /** What the next order costs and brings. */
    public Life ordering(@Nullable String funds, boolean contingencyPlan, boolean interimControls) {
        this.funds = funds;
        this.contingencyPlan = contingencyPlan;
        this.interimControls = interimControls;
        return this;
    }

    public Life under(@Nullable String campaign) {
        this.campaign = campaign;
        return this;
    }

    public Life by(String unit) {
        this.unit = unit;
        return this;
    }

    public Life found(String at) {
        return step("hazard.found", "FOUND", at);
    }

    public Life assigned(String at, String until) {
        return due(until).step("hazard.assigned", "ASSIGNED", at);
    }

    public Life rectified(String at) {
        return step("hazard.rectified", "RECTIFIED", at);
    }

    public Life returned(String at, String until) {
        return due(until).step("hazard.returned", "ASSIGNED", at);
    }

    public Life closed(String at) {
        return step("hazard.closed", "CLOSED", at);
    }

    public Life extended(String at, String until) {
        return due(until).step("hazard.extended", status, at);
    }

    public Life regraded(String at, String grade) {
        this.grade = grade;
        return step("hazard.regraded", status, at);
    }

    public Life transferred(String at, String district) {
        this.district = district;
        return step("hazard.transferred", status, at);
    }

    public Life merged(String at) {
        return step("hazard.merged", "MERGED", at);
    }

    public Life voided(String at) {
        return step("hazard.voided", "VOIDED", at);
    }

    public Life reopened(String at, String until) {
        round++;
        return due(until).step("hazard.reopened", "ASSIGNED", at);
    }

    /** Reached a step of the escalation ladder, which is no step of the hazard's own. */
    public Life escalated(String at) {
        escalations.add(Instant.parse(at));
        return this;
    }

    /** A step of any type that leaves the hazard in the given status. */
    public Life step(String type, String status, String at) {
        this.status = status;
        said.add(new Said(
                hazard,
                said.size() + 1,
                type,
                status,
                district,
                grade,
                category,
                source,
                round,
                dueAt,
                Instant.parse(at),
                unit,
                said.isEmpty() ? campaign : null,
                type.equals("hazard.assigned") ? funds : null,
                type.equals("hazard.assigned") && contingencyPlan,
                type.equals("hazard.assigned") && interimControls));
        return this;
    }

    private Life due(String until) {
        dueAt = Instant.parse(until);
        return this;
    }

    public UUID hazard() {
        return hazard;
    }

    public String status() {
        return status;
    }

    public List<Said> said() {
        return said;
    }

    public List<Instant> escalations() {
        return escalations;
    }

    public List<Event> events() {
        return Stream.concat(
                        said.stream().map(Said::event),
                        escalations.stream().map(at -> Event.ofEscalation(hazard, at.toString())))
                .toList();
    }
}
