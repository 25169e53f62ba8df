package io.bihuan.reporting.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bihuan.reporting.campaign.Campaign;
import io.bihuan.reporting.campaign.Phase;
import io.bihuan.reporting.coverage.SiteKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code campaign.registered} ({@code contracts/campaign-events}). */
@JsonIgnoreProperties(ignoreUnknown = true)
record CampaignEvent(
        @Nullable String campaignCode,
        @Nullable Integer version,
        @Nullable String name,
        @Nullable Days period,
        @Nullable List<@Nullable PhaseDays> phases,
        @Nullable List<@Nullable String> districts,
        @Nullable Set<SiteKind> siteKinds,
        @Nullable Targets targets) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PhaseDays(Phase.@Nullable Kind phase, @Nullable Days period) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Targets(@Nullable BigDecimal coverage, @Nullable BigDecimal closure) {}

    /** The campaign that a record tells of; null if it tells of something else. */
    static @Nullable Campaign read(ConsumerRecord<byte[], byte[]> event) throws BrokenRecordException {
        if (!CloudEvent.type(event).equals("campaign.registered")) {
            return null;
        }
        CampaignEvent told = CloudEvent.data(event, CampaignEvent.class);
        Days period = CloudEvent.required("period", told.period());
        Targets targets = CloudEvent.required("targets", told.targets());
        return new Campaign(
                CloudEvent.code("campaignCode", told.campaignCode()),
                CloudEvent.positive("version", told.version()),
                CloudEvent.required("name", told.name()),
                CloudEvent.required("period.from", period.from()),
                CloudEvent.required("period.to", period.to()),
                phases(CloudEvent.required("phases", told.phases())),
                districts(CloudEvent.required("districts", told.districts())),
                CloudEvent.required("siteKinds", told.siteKinds()),
                CloudEvent.share("targets.coverage", targets.coverage()),
                CloudEvent.share("targets.closure", targets.closure()));
    }

    private static List<Phase> phases(List<@Nullable PhaseDays> told) throws BrokenRecordException {
        List<Phase> phases = new ArrayList<>();
        for (PhaseDays each : told) {
            PhaseDays phase = CloudEvent.required("phases", each);
            Days days = CloudEvent.required("phases.period", phase.period());
            phases.add(new Phase(
                    CloudEvent.required("phases.phase", phase.phase()),
                    CloudEvent.required("phases.period.from", days.from()),
                    CloudEvent.required("phases.period.to", days.to())));
        }
        return phases;
    }

    private static List<String> districts(List<@Nullable String> told) throws BrokenRecordException {
        List<String> districts = new ArrayList<>();
        for (String district : told) {
            districts.add(CloudEvent.districtCode(district));
        }
        return districts;
    }
}
