package io.bihuan.reporting.campaign;

import io.bihuan.reporting.coverage.CoverageQuestion;
import io.bihuan.reporting.coverage.Survey;
import io.bihuan.reporting.division.Divided;
import io.bihuan.reporting.division.Divisions;
import io.bihuan.reporting.division.Part;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Attendance;
import io.bihuan.reporting.statistics.Coverage;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.training.TrainingQuestion;
import io.bihuan.reporting.training.Trainings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How far campaigns have come. */
@ApplicationScoped
public class Progress {

    private final Survey survey;
    private final Ledger ledger;
    private final Trainings trainings;
    private final Divisions divisions;
    private final ZoneId zone;

    Progress(
            Survey survey,
            Ledger ledger,
            Trainings trainings,
            Divisions divisions,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.survey = survey;
        this.ledger = ledger;
        this.trainings = trainings;
        this.divisions = divisions;
        this.zone = zone;
    }

    /** How far a campaign had come at a moment, by the plan that is on file today. */
    public Standing of(Campaign campaign, Instant asOf) throws SQLException {
        Map<String, String> names = divisions.names(campaign.districts());
        List<Stage> phases = new ArrayList<>();
        for (Phase phase : campaign.phases()) {
            phases.add(new Stage(phase, achieved(campaign, phase, names, asOf)));
        }
        return new Standing(achieved(campaign, null, names, asOf), phases);
    }

    private Divided<Achievement> achieved(
            Campaign campaign, @Nullable Phase phase, Map<String, String> names, Instant asOf) throws SQLException {
        List<Part<Achievement>> parts = new ArrayList<>();
        Achievement total = Achievement.NONE;
        for (String district : campaign.districts()) {
            Achievement achieved = achieved(campaign, phase, district, asOf);
            parts.add(new Part<>(district, names.get(district), achieved));
            if (!campaign.coversAbove(district)) {
                total = total.and(achieved);
            }
        }
        return new Divided<>(parts, total);
    }

    private Achievement achieved(Campaign campaign, @Nullable Phase phase, String district, Instant asOf)
            throws SQLException {
        Instant from = phase == null ? null : midnight(phase.from());
        Instant to = phase == null ? null : midnight(phase.to().plusDays(1));
        Coverage coverage = survey.coverage(CoverageQuestion.in(district, asOf)
                        .held(from, to)
                        .of(campaign.siteKinds())
                        .under(campaign.code()))
                .total();
        Figures hazards = ledger.rollUp(
                        Question.in(district, asOf).found(from, to).under(campaign.code()))
                .total();
        Attendance trained = trainings
                .trained(new TrainingQuestion(district, from, to, asOf, null, campaign.code()))
                .total()
                .all();
        return new Achievement(
                coverage.sites(),
                coverage.inspectedSites(),
                coverage.inspections(),
                hazards.found(),
                hazards.closed(),
                trained);
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
