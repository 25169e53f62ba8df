package io.bihuan.reporting.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bihuan.reporting.coverage.Site;
import io.bihuan.reporting.coverage.SiteKind;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code site.registered} ({@code contracts/site-events}). */
@JsonIgnoreProperties(ignoreUnknown = true)
record SiteEvent(
        @Nullable String siteCode,
        @Nullable Integer version,
        @Nullable SiteKind kind,
        @Nullable String districtCode,
        @Nullable String unitCode,
        @Nullable Boolean active,
        @Nullable Instant at) {

    /** The version of a site's file that a record tells of; null if it tells of something else. */
    static @Nullable Site read(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException {
        if (!CloudEvent.type(event).equals("site.registered")) {
            return null;
        }
        SiteEvent told = CloudEvent.data(event, SiteEvent.class);
        return new Site(
                CloudEvent.code("siteCode", told.siteCode()),
                CloudEvent.positive("version", told.version()),
                CloudEvent.required("kind", told.kind()),
                CloudEvent.districtCode(told.districtCode()),
                CloudEvent.codeOrNone("unitCode", told.unitCode()),
                CloudEvent.required("active", told.active()),
                CloudEvent.moment("at", told.at()));
    }
}
