package io.bihuan.reporting.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Numbers briefings per district, kind and year: 1, 2, 3… without gaps or repeats. A number is drawn in the transaction that
 * issues its briefing, and whoever draws next waits for it: what fails gives its number back.
 */
@ApplicationScoped
class Numbers {

    private final DataSource database;
    private final ZoneId zone;

    Numbers(DataSource database, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /** The next number of a district's briefings of a kind, in the local year of the given moment. */
    @Transactional(Transactional.TxType.MANDATORY)
    Number next(Subject subject, Instant at) throws SQLException {
        int year = at.atZone(zone).getYear();
        try (Connection connection = database.getConnection();
                PreparedStatement next = connection.prepareStatement("""
                        insert into briefing_serial values (?, ?, ?, 1)
                        on conflict (district_code, kind, year) do update set last = briefing_serial.last + 1
                        returning last""")) {
            next.setString(1, subject.district());
            next.setString(2, subject.kind().name());
            next.setInt(3, year);
            try (ResultSet drawn = next.executeQuery()) {
                drawn.next();
                return new Number(subject.district(), year, subject.kind(), drawn.getInt(1));
            }
        }
    }
}
