package io.bihuan.reporting.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bihuan.reporting.coverage.Inspection;
import io.bihuan.reporting.coverage.SiteKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code inspection.held} ({@code contracts/inspection-events}). */
@JsonIgnoreProperties(ignoreUnknown = true)
record InspectionEvent(
        @Nullable UUID inspectionId,
        @Nullable Integer version,
        @Nullable String siteCode,
        @Nullable SiteKind siteKind,
        @Nullable String districtCode,
        @Nullable String campaign,
        @Nullable Integer checked,
        @Nullable Integer failed,
        @Nullable List<@Nullable UUID> hazardIds,
        @Nullable Integer fixedOnSpot,
        @Nullable Boolean clean,
        @Nullable Instant at) {

    /** The inspection that a record tells of; null if it tells of something else. */
    static @Nullable Inspection read(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException {
        if (!CloudEvent.type(event).equals("inspection.held")) {
            return null;
        }
        InspectionEvent told = CloudEvent.data(event, InspectionEvent.class);
        return new Inspection(
                CloudEvent.required("inspectionId", told.inspectionId()),
                CloudEvent.positive("version", told.version()),
                CloudEvent.code("siteCode", told.siteCode()),
                CloudEvent.required("siteKind", told.siteKind()),
                CloudEvent.districtCode(told.districtCode()),
                CloudEvent.codeOrNone("campaign", told.campaign()),
                CloudEvent.count("checked", told.checked()),
                CloudEvent.count("failed", told.failed()),
                CloudEvent.required("hazardIds", told.hazardIds()).size(),
                CloudEvent.count("fixedOnSpot", told.fixedOnSpot()),
                CloudEvent.required("clean", told.clean()),
                CloudEvent.moment("at", told.at()));
    }
}
