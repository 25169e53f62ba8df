package io.bihuan.reporting.coverage;

import io.bihuan.reporting.facts.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The registers of sites and units as the events tell them. Every version is kept once, so a repeated one changes nothing, and each
 * knows until when it was in force, in whatever order they come.
 */
@ApplicationScoped
public class Registers {

    private static final String KEEP_SITES = """
            insert into site (code, version, kind, district_code, unit_code, active, at)
            select * from unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::timestamptz[])
            on conflict do nothing
            returning code""";

    private static final String KEEP_UNITS = """
            insert into unit (code, version, district_code, active, at)
            select * from unnest(?::text[], ?::integer[], ?::text[], ?::boolean[], ?::timestamptz[])
            on conflict do nothing
            returning code""";

    /** A version is in force until any later one happened. */
    private static final String END = """
            update %1$s as file
            set until = life.until
            from (
                select code, version,
                       coalesce(min(at) over (partition by code order by version
                                              rows between 1 following and unbounded following), 'infinity') as until
                from %1$s
                where code = any(?)
            ) as life
            where file.code = life.code and file.version = life.version and file.until <> life.until""";

    private final DataSource database;

    Registers(DataSource database) {
        this.database = database;
    }

    /**
     * Keeps the versions of sites that are new, in the caller's transaction. Two callers must not file one site at the same time: who
     * comes first would not see the other's.
     *
     * @return how many were new
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int fileSites(List<Site> sites) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP_SITES)) {
            Rows.of(keep, sites)
                    .column("text", Site::code)
                    .column("integer", Site::version)
                    .column("text", Site::kind)
                    .column("text", Site::districtCode)
                    .column("text", Site::unitCode)
                    .column("boolean", Site::active)
                    .column("timestamptz", Site::at);
            return end(connection, "site", kept(keep));
        }
    }

    /** Likewise the versions of units. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int fileUnits(List<Unit> units) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP_UNITS)) {
            Rows.of(keep, units)
                    .column("text", Unit::code)
                    .column("integer", Unit::version)
                    .column("text", Unit::districtCode)
                    .column("boolean", Unit::active)
                    .column("timestamptz", Unit::at);
            return end(connection, "unit", kept(keep));
        }
    }

    private static List<String> kept(PreparedStatement keep) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (ResultSet rows = keep.executeQuery()) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        return codes;
    }

    private static int end(Connection connection, String register, List<String> kept) throws SQLException {
        if (!kept.isEmpty()) {
            try (PreparedStatement end = connection.prepareStatement(END.formatted(register))) {
                end.setArray(
                        1,
                        connection.createArrayOf(
                                "text", kept.stream().distinct().toArray()));
                end.executeUpdate();
            }
        }
        return kept.size();
    }
}
