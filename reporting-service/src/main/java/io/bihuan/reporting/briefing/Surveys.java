package io.bihuan.reporting.briefing;

import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Figures;
import io.bihuan.reporting.statistics.Grade;
import io.bihuan.reporting.statistics.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Asks the ledger for everything that a briefing tells. */
@ApplicationScoped
public class Surveys {

    private final Ledger ledger;
    private final DataSource database;
    private final ZoneId zone;

    Surveys(Ledger ledger, DataSource database, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.ledger = ledger;
        this.database = database;
        this.zone = zone;
    }

    /** All figures of one state of the database, so that they fit each other whatever comes in meanwhile. */
    @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    public Survey of(Subject subject, Instant asOf) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement begin = connection.createStatement()) {
            begin.execute("set transaction isolation level repeatable read, read only");
            return survey(connection, subject, asOf);
        }
    }

    /** The hazards that a briefing is about, as they stand at a moment. */
    public Question question(Subject subject, Instant asOf) {
        return question(subject, subject.period(), asOf);
    }

    private Survey survey(Connection connection, Subject subject, Instant asOf) throws SQLException {
        Question found = question(subject, asOf);
        return new Survey(
                subject,
                name(connection, subject.district()),
                asOf,
                ledger.rollUp(found),
                ledger.rollUp(found.of(Grade.MAJOR)).total(),
                ledger.rollUp(Question.in(subject.district(), asOf)),
                before(subject, subject.period().previous(), asOf),
                before(subject, subject.period().yearBefore(), asOf));
    }

    private Survey.Before before(Subject subject, Period earlier, Instant asOf) throws SQLException {
        Instant then = sameTimeOf(earlier, subject.period(), asOf);
        Figures total = ledger.rollUp(question(subject, earlier, then)).total();
        return new Survey.Before(earlier, then, total);
    }

    /** As many days after the earlier period's first as the moment is after this one's, at the same time of day. */
    private Instant sameTimeOf(Period earlier, Period period, Instant asOf) {
        ZonedDateTime local = asOf.atZone(zone);
        LocalDate day = earlier.first().plusDays(ChronoUnit.DAYS.between(period.first(), local.toLocalDate()));
        return day.atTime(local.toLocalTime()).atZone(zone).toInstant();
    }

    private Question question(Subject subject, Period period, Instant asOf) {
        return Question.in(subject.district(), asOf).found(period.begin(zone), period.end(zone));
    }

    private static @Nullable String name(Connection connection, String district) throws SQLException {
        try (PreparedStatement name = connection.prepareStatement("select name from district where code = ?")) {
            name.setString(1, district);
            try (ResultSet row = name.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
