package io.bihuan.reporting.briefing;

import io.bihuan.reporting.facts.Districts;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks the ledger for everything that a briefing tells. */
@ApplicationScoped
public class Surveys {

    private final Ledger ledger;
    private final Districts districts;
    private final DataSource database;
    private final ZoneId zone;

    Surveys(
            Ledger ledger,
            Districts districts,
            DataSource database,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.ledger = ledger;
        this.districts = districts;
        this.database = database;
        this.zone = zone;
    }

    /** How everything stood at a moment. */
    public Survey of(Subject subject, Instant asOf) throws SQLException {
        Question found = question(subject, asOf);
        return new Survey(
                subject,
                name(subject.district()),
                asOf,
                ledger.rollUp(found),
                ledger.rollUp(found.of(Grade.MAJOR)).total(),
                ledger.rollUp(Question.in(subject.district(), asOf)),
                before(subject, subject.period().previous(), asOf),
                before(subject, subject.period().yearBefore(), asOf));
    }

    /** The hazards that a briefing is about, as they stand at a moment. */
    public Question question(Subject subject, Instant asOf) {
        return question(subject, subject.period(), asOf);
    }

    private Survey.Before before(Subject subject, Period earlier, Instant asOf) throws SQLException {
        Duration age = Duration.between(subject.period().begin(zone), asOf);
        Instant then = earlier.begin(zone).plus(age);
        Figures total = ledger.rollUp(question(subject, earlier, then)).total();
        return new Survey.Before(earlier, then, total);
    }

    private Question question(Subject subject, Period period, Instant asOf) {
        return Question.in(subject.district(), asOf).found(period.begin(zone), period.end(zone));
    }

    private @Nullable String name(String district) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return districts.name(connection, district);
        }
    }
}
