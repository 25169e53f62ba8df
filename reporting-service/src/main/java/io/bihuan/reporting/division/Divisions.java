package io.bihuan.reporting.division;

import io.bihuan.reporting.facts.Districts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Knows how districts are divided. */
@ApplicationScoped
public class Divisions {

    private final DataSource database;
    private final Districts districts;

    Divisions(DataSource database, Districts districts) {
        this.database = database;
        this.districts = districts;
    }

    /** How a district is divided at a moment; empty for the whole register. */
    public Division of(Connection connection, String district, Instant at) throws SQLException {
        return new Division(
                districts.parts(connection, district, at),
                districts.name(connection, district),
                Districts.boundaries(connection, at),
                at);
    }

    /** The names of those districts that are on file, by their codes. */
    public Map<String, String> names(List<String> codes) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Map<String, String> names = new HashMap<>();
            for (String code : codes) {
                String name = districts.name(connection, code);
                if (name != null) {
                    names.put(code, name);
                }
            }
            return names;
        }
    }
}
