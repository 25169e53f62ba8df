package io.bihuan.reporting.briefing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bihuan.reporting.facts.RollUp;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.statistics.Period;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A briefing as it reads: its words and its figures. Of an issued one these bytes are what is kept. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Briefing", description = "A weekly or monthly briefing 工作简报")
public record Paper(
        @Schema(description = "Names the draft in addresses while it has no number")
        UUID id,

        @Schema(description = "Such as 6301-2026-W-018; null of a draft", nullable = true) @Nullable
        String number,

        @Schema(description = "The number as it is printed, such as 〔2026〕第18期")
        String printedNumber,

        @Schema(description = "The title as it is printed") String title,
        State state,
        Kind kind,
        Language language,
        String districtCode,

        @Schema(description = "null while the code is not on file", nullable = true) @Nullable
        String districtName,

        @Schema(description = "The week or month reported, such as 2026-W18 or 2026-05")
        String period,

        @Schema(description = "When the period begins") OffsetDateTime from,
        @Schema(description = "When the period is over") OffsetDateTime to,

        @Schema(
                description =
                        "The moment at which things stood like this: of an issued briefing for ever the same, of a draft now")
        OffsetDateTime asOf,

        @Schema(description = "null of a draft", nullable = true) @Nullable
        OffsetDateTime issuedAt,

        @Schema(description = "Every section, whether people wrote it or the service proposes it")
        Text text,

        @Schema(description = "By the district's parts: the hazards found in the period")
        List<Item> items,

        @Schema(description = "Of all items' hazards together")
        Figures total,

        @Schema(description = "Of the major hazards among them")
        Figures major,

        @Schema(description = "环比: the period before, when as much time had gone by since it began")
        Before previous,

        @Schema(description = "同比: the same period a year before, likewise; of a week 52 weeks before")
        Before yearBefore,

        @Schema(description = "The parts in which hazards are overdue, whenever these were found; the most first")
        List<Overdue> overdue) {

    /** One part of the district. */
    @Schema(name = "BriefingItem")
    public record Item(
            String districtCode,
            @Schema(nullable = true) @Nullable String name,

            @JsonUnwrapped Figures figures) {}

    /** An earlier period. */
    @Schema(name = "BriefingBefore")
    public record Before(String period, OffsetDateTime from, OffsetDateTime to, OffsetDateTime asOf, Figures total) {}

    /** A part in which something is overdue. */
    @Schema(name = "BriefingOverdue")
    public record Overdue(
            String districtCode,
            @Schema(nullable = true) @Nullable String name,

            long open,
            long overdueNow) {}

    static Paper of(Briefing briefing, Survey survey, ZoneId zone) {
        Subject subject = briefing.subject();
        Wording wording = new Wording(subject.language(), zone);
        Number number = briefing.number();
        return new Paper(
                briefing.id(),
                number == null ? null : number.toString(),
                number == null ? wording.say("draft") : wording.say("number", number.year(), number.serial()),
                wording.say(
                        "title",
                        Objects.requireNonNullElse(survey.districtName(), subject.district()),
                        wording.say("title." + subject.kind())),
                briefing.state(),
                subject.kind(),
                subject.language(),
                subject.district(),
                survey.districtName(),
                subject.period().name(),
                local(subject.period().begin(zone), zone),
                local(subject.period().end(zone), zone),
                local(survey.asOf(), zone),
                briefing.issuedAt() == null ? null : local(briefing.issuedAt(), zone),
                briefing.text().over(Proposals.of(survey, subject.language(), zone)),
                items(survey.found()),
                survey.found().total(),
                survey.major(),
                before(survey.previous(), zone),
                before(survey.yearBefore(), zone),
                Proposals.overdue(survey.standing()).stream()
                        .map(part -> new Overdue(
                                part.code(),
                                part.name(),
                                part.figures().open(),
                                part.figures().overdueNow()))
                        .toList());
    }

    /** What whoever saves it may call it, without an ending. */
    public String fileName() {
        return (title + printedNumber).replaceAll("[\\\\/:*?\"<>|\\p{Cc}]", "_");
    }

    private static List<Item> items(RollUp found) {
        return found.parts().stream()
                .map(part -> new Item(part.code(), part.name(), part.figures()))
                .toList();
    }

    private static Before before(Survey.Before before, ZoneId zone) {
        Period period = before.period();
        return new Before(
                period.name(),
                local(period.begin(zone), zone),
                local(period.end(zone), zone),
                local(before.asOf(), zone),
                before.total());
    }

    private static OffsetDateTime local(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
