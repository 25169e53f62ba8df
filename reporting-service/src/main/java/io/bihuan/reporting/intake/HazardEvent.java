package io.bihuan.reporting.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bihuan.reporting.facts.Step;
import io.bihuan.reporting.facts.Telling;
import io.bihuan.reporting.statistics.Category;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Source;
import io.bihuan.reporting.statistics.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of an event of {@code hazard.events} ({@code contracts/hazard-events}), of whatever type: every event says
 * how the hazard stands after it, and what else it says is ignored.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record HazardEvent(
        @Nullable UUID hazardId,
        @Nullable Integer version,
        @Nullable String districtCode,
        @Nullable Grade grade,
        @Nullable Category category,
        @Nullable Source source,
        @Nullable Status status,
        @Nullable Integer round,
        @Nullable Instant dueAt,
        @Nullable Instant at,
        @Nullable Unit unit,
        @Nullable String number,
        @Nullable String description,
        @Nullable String siteName,
        @Nullable String checkItem,
        @Nullable String campaign,
        @Nullable String measures,
        @Nullable BigDecimal funds,
        @Nullable String contingencyPlan,
        @Nullable String interimControls) {

    private static final String FOUND = "hazard.found";

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unit(@Nullable String code, @Nullable String name) {}

    /** What a record tells. */
    static Telling read(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException {
        HazardEvent told = CloudEvent.data(event, HazardEvent.class);
        String type = CloudEvent.type(event);
        return new Telling(
                told.step(type),
                told.number(),
                // Other steps describe themselves and not the hazard.
                type.equals(FOUND) ? told.description() : null,
                told.siteName(),
                told.checkItem(),
                told.measures());
    }

    private Step step(String type) throws BrokenRecordException {
        return new Step(
                CloudEvent.required("hazardId", hazardId),
                CloudEvent.positive("version", version),
                type,
                CloudEvent.moment("at", at),
                CloudEvent.required("status", status),
                CloudEvent.districtCode(districtCode),
                CloudEvent.required("grade", grade),
                CloudEvent.required("category", category),
                CloudEvent.required("source", source),
                unit == null ? null : unit.code(),
                unit == null ? null : unit.name(),
                campaign,
                CloudEvent.positive("round", round),
                dueAt == null ? null : CloudEvent.moment("dueAt", dueAt),
                funds == null ? null : CloudEvent.number("funds", funds),
                contingencyPlan != null && !contingencyPlan.isBlank(),
                interimControls != null && !interimControls.isBlank());
    }
}
