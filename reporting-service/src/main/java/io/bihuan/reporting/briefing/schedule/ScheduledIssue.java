package io.bihuan.reporting.briefing.schedule;

import io.bihuan.reporting.briefing.Briefing;
import io.bihuan.reporting.briefing.Briefings;
import io.bihuan.reporting.briefing.State;
import io.bihuan.reporting.briefing.Subject;
import io.bihuan.reporting.briefing.Survey;
import io.bihuan.reporting.briefing.Surveys;
import io.bihuan.reporting.briefing.Text;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Issues what is due. The figures are those of the moment at which it was due, however late it is issued; after a downtime only
 * the newest period is. The schedule moves on in the transaction that issues, so that it happens once, whoever does it and
 * whoever dies.
 */
@ApplicationScoped
class ScheduledIssue {

    private static final Logger LOG = Logger.getLogger(ScheduledIssue.class);

    private static final int BATCH = 100;

    private final Schedules schedules;
    private final Surveys surveys;
    private final Briefings briefings;
    private final InstantSource clock;
    private final ZoneId zone;

    ScheduledIssue(
            Schedules schedules,
            Surveys surveys,
            Briefings briefings,
            InstantSource clock,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.schedules = schedules;
        this.surveys = surveys;
        this.briefings = briefings;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Looks for what is due. One that fails is tried again the next time and holds up no other. A service that has just come back
     * first hears what it has missed.
     */
    @Scheduled(
            delayed = "30s",
            every = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    void issueWhatIsDue() throws SQLException {
        for (Schedule due : schedules.due(BATCH)) {
            try {
                issue(due);
            } catch (RuntimeException | SQLException e) {
                LOG.errorf(
                        e,
                        "The briefing of %s that was due at %s waits",
                        due.entry().district(),
                        due.nextAt());
            }
        }
    }

    private void issue(Schedule schedule) throws SQLException {
        Instant now = clock.instant();
        Rhythm rhythm = schedule.entry().rhythm();
        Rhythm.Due due = rhythm.lastUntil(now, zone);
        Survey survey = surveys.of(schedule.subject(due), due.at());
        QuarkusTransaction.requiringNew().call(() -> {
            if (schedules.claim(schedule)) {
                issue(schedule, survey);
                schedules.settle(schedule, rhythm.firstAfter(now, zone).at());
            }
            return true;
        });
    }

    /** What people have begun is finished, not doubled: their draft is issued, and what they issued is not issued again. */
    private void issue(Schedule schedule, Survey survey) throws SQLException {
        Subject subject = survey.subject();
        List<Briefing> known = briefings.about(subject);
        if (known.stream().anyMatch(briefing -> briefing.state() == State.ISSUED)) {
            return;
        }
        if (schedule.entry().drafts()) {
            if (known.isEmpty()) {
                briefings.draft(subject, Text.NONE);
            }
        } else if (known.isEmpty()) {
            briefings.issue(Text.NONE, survey);
        } else {
            briefings.issue(known.get(0).name(), Set.of(), survey);
        }
    }
}
