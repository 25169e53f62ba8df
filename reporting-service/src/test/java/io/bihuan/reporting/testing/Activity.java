package io.bihuan.reporting.testing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is on file and what is done about it, each as an event as hazard-service would publish it. */
public final class Activity {

    private Activity() {}

    /** A version of a site's file. */
    public record SiteTold(
            String code,
            int version,
            String kind,
            String district,
            @Nullable String unit,
            boolean active,
            Instant at) {

        public Event event() {
            return new Event("site.events", code, "site.registered", """
                    {"siteCode": "%s", "version": %d, "name": "某餐馆", "kind": "%s", "districtCode": "%s", "unitCode": %s,
                     "address": null, "location": null, "active": %s, "at": "%s", "recordedAt": "%7$s", "by": null}""".formatted(
                            code, version, kind, district, quoted(unit), active, at));
        }
    }

    /** A version of a unit's file. */
    public record UnitTold(String code, int version, String district, boolean active, Instant at) {

        public Event event() {
            return new Event(
                    "unit.events", code, "unit.registered", """
                    {"unitCode": "%s", "version": %d, "name": "某公司", "kind": "RESTAURANT", "uscc": null, "districtCode": "%s",
                     "address": null, "active": %s, "at": "%s", "recordedAt": "%5$s", "by": null}""".formatted(code, version, district, active, at));
        }
    }

    /** An inspection that was held. */
    public record InspectionTold(
            UUID id,
            String site,
            String kind,
            String district,
            @Nullable String campaign,
            int checked,
            int failed,
            int hazards,
            int fixed,
            Instant at) {

        /** Of a site in a district, in which nothing came to light. */
        public static InspectionTold clean(String site, String kind, String district, String at) {
            return new InspectionTold(UUID.randomUUID(), site, kind, district, null, 10, 0, 0, 0, Instant.parse(at));
        }

        public InspectionTold under(String campaign) {
            return new InspectionTold(id, site, kind, district, campaign, checked, failed, hazards, fixed, at);
        }

        public boolean isClean() {
            return failed == 0 && hazards == 0;
        }

        public Event event() {
            String ids = IntStream.range(0, hazards)
                    .mapToObj(hazard -> "\"" + UUID.randomUUID() + "\"")
                    .collect(Collectors.joining(", "));
            return new Event("inspection.events", id.toString(), "inspection.held", """
                    {"inspectionId": "%s", "version": 1, "siteCode": "%s", "siteKind": "%s", "districtCode": "%s",
                     "kind": "INSPECTION", "campaign": %s, "checked": %d, "failed": %d, "hazardIds": [%s], "fixedOnSpot": %d,
                     "clean": %s, "unitSigned": true, "at": "%s", "recordedAt": "%11$s", "by": "检查人员甲"}""".formatted(
                            id, site, kind, district, quoted(campaign), checked, failed, ids, fixed, isClean(), at));
        }
    }

    /** A training session, perhaps voided. */
    public record TrainingTold(
            UUID id,
            String district,
            String audience,
            int people,
            @Nullable String campaign,
            Instant heldAt,
            @Nullable Instant voidedAt) {

        public static TrainingTold held(String district, String audience, int people, String at) {
            return new TrainingTold(UUID.randomUUID(), district, audience, people, null, Instant.parse(at), null);
        }

        public TrainingTold under(String campaign) {
            return new TrainingTold(id, district, audience, people, campaign, heldAt, voidedAt);
        }

        public TrainingTold voided(String at) {
            return new TrainingTold(id, district, audience, people, campaign, heldAt, Instant.parse(at));
        }

        public int versions() {
            return voidedAt == null ? 1 : 2;
        }

        public List<Event> events() {
            Event held = new Event("training.events", id.toString(), "training.held", """
                    {"trainingId": "%s", "version": 1, "topic": "燃气安全", "districtCode": "%s", "audience": "%s", "people": %d,
                     "campaign": %s, "at": "%s", "recordedAt": "%6$s", "by": null}""".formatted(
                            id, district, audience, people, quoted(campaign), heldAt));
            Event voided = new Event("training.events", id.toString(), "training.voided", """
                    {"trainingId": "%s", "version": 2, "districtCode": "%s", "audience": "%s", "people": %d, "campaign": %s,
                     "heldAt": "%s", "reason": "重复录入", "at": "%s", "recordedAt": "%7$s", "by": null}""".formatted(
                            id, district, audience, people, quoted(campaign), heldAt, voidedAt));
            return voidedAt == null ? List.of(held) : List.of(held, voided);
        }
    }

    /** A campaign with two phases: self-check and looking back. */
    public record CampaignTold(
            String code,
            int version,
            List<String> districts,
            List<String> kinds,
            String coverage,
            String closure,
            List<PhaseTold> phases) {

        public Event event() {
            return new Event("campaign.events", code, "campaign.registered", """
                    {"campaignCode": "%s", "version": %d, "name": "专项行动 %2$d", "period": {"from": "%s", "to": "%s"},
                     "phases": [%s], "districts": %s, "siteKinds": %s, "targets": {"coverage": %s, "closure": %s},
                     "at": "2026-03-25T01:00:00Z", "recordedAt": "2026-03-25T01:00:00Z", "by": null}""".formatted(
                            code,
                            version,
                            phases.get(0).from(),
                            phases.get(phases.size() - 1).to(),
                            phases.stream().map(PhaseTold::json).collect(Collectors.joining(", ")),
                            list(districts),
                            list(kinds),
                            coverage,
                            closure));
        }
    }

    /** A phase of a campaign. */
    public record PhaseTold(String phase, String from, String to) {

        String json() {
            return "{\"phase\": \"%s\", \"period\": {\"from\": \"%s\", \"to\": \"%s\"}}".formatted(phase, from, to);
        }
    }

    public static SiteTold site(String code, int version, String kind, String district, String at) {
        return new SiteTold(code, version, kind, district, null, true, Instant.parse(at));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static String list(List<String> texts) {
        return Arrays.toString(texts.stream().map(Activity::quoted).toArray());
    }
}
