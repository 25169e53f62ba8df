package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bihuan.reporting.division.Divided;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Attendance;
import io.bihuan.reporting.training.Audience;
import io.bihuan.reporting.training.Trained;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The trainings in a district's parts, as a client sees them. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "The trainings in a district's parts and in all of them together")
record TrainingReport(
        @Schema(description = "Held at or after this; null for no bound") @Nullable
        OffsetDateTime from,

        @Schema(description = "Held before this; null for no bound") @Nullable
        OffsetDateTime to,

        @Schema(description = "The moment: held and not voided by then")
        OffsetDateTime asOf,

        List<Item> items,

        Sum total) {

    /** One part of the district. */
    @Schema(name = "DistrictTrainings", description = "The trainings in one part of the district")
    record Item(
            @Schema(description = "The part's code, or the district's own for sessions held directly in it")
            String districtCode,

            @Schema(description = "null while the code is not on file") @Nullable
            String name,

            @JsonUnwrapped Sum sum) {}

    /** The sessions of one part or of all. */
    @Schema(name = "TrainingFigures", description = "Sessions and people, in all and by audience")
    record Sum(
            @Schema(description = "培训场次") long sessions,

            @Schema(description = "培训人次: who came twice counts twice")
            long people,

            @Schema(description = "Every audience, also one that had no session")
            List<Share> byAudience) {

        static Sum of(Trained trained) {
            return new Sum(
                    trained.all().sessions(),
                    trained.all().people(),
                    Arrays.stream(Audience.values())
                            .map(audience ->
                                    Share.of(audience, trained.byAudience().getOrDefault(audience, Attendance.NONE)))
                            .toList());
        }
    }

    /** The sessions for one audience. */
    @Schema(name = "AudienceTrainings", description = "Sessions and people of one audience")
    record Share(Audience audience, long sessions, long people) {

        static Share of(Audience audience, Attendance attendance) {
            return new Share(audience, attendance.sessions(), attendance.people());
        }
    }

    static TrainingReport of(Question question, Divided<Trained> trained, Asking asking) {
        return new TrainingReport(
                asking.local(question.from()),
                asking.local(question.to()),
                Objects.requireNonNull(asking.local(question.asOf())),
                trained.parts().stream()
                        .map(part -> new Item(part.code(), part.name(), Sum.of(part.figures())))
                        .toList(),
                Sum.of(trained.total()));
    }
}
