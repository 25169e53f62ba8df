package io.bihuan.reporting.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** The register of districts as the events tell it; a version that is not newer than the one on file changes nothing. */
@ApplicationScoped
public class Districts {

    private static final String FILE = """
            insert into district (code, version, name)
            select distinct on (code) code, version, name
            from unnest(?::text[], ?::integer[], ?::text[]) as told (code, version, name)
            order by code, version desc
            on conflict (code) do update set version = excluded.version, name = excluded.name
            where district.version < excluded.version""";

    private final DataSource database;

    Districts(DataSource database) {
        this.database = database;
    }

    /**
     * Files what is newer than what is on file, in the caller's transaction.
     *
     * @return how many districts changed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int file(List<District> districts) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement file = connection.prepareStatement(FILE)) {
            file.setArray(1, connection.createArrayOf("text", column(districts, District::code)));
            file.setArray(2, connection.createArrayOf("integer", column(districts, District::version)));
            file.setArray(3, connection.createArrayOf("text", column(districts, District::name)));
            return file.executeUpdate();
        }
    }

    private static Object[] column(List<District> districts, Function<District, Object> field) {
        return districts.stream().map(field).toArray();
    }
}
