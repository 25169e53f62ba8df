package io.bihuan.notification.people;

import io.bihuan.notification.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.Session;

/** What districts are called. hazard-service owns the register; here is what its events told. */
@ApplicationScoped
public class Districts {

    private final DataSource database;
    private final Session session;

    Districts(DataSource database, Session session) {
        this.database = database;
        this.session = session;
    }

    /**
     * The names of districts by their codes; of a district that nobody told of, none.
     *
     * @param codes any number; asked in one query
     */
    public Map<String, String> names(Collection<String> codes) {
        var names = new HashMap<String, String>();
        session.createNativeQuery("select code, name from district where code = any (:codes)", Tuple.class)
                .setParameter("codes", codes.stream().distinct().toArray(String[]::new))
                .getResultStream()
                .forEach(row -> names.put(row.get("code", String.class), row.get("name", String.class)));
        return names;
    }

    /**
     * Takes over what events tell. One whose version is not higher than the last of its district was seen before, or came
     * late, and changes nothing.
     *
     * @return how many districts changed
     */
    @Transactional
    public int follow(List<District> told) throws SQLException {
        try (var connection = database.getConnection();
                var file = connection.prepareStatement("""
                        insert into district (code, version, name)
                        select distinct on (code) code, version, name
                        from unnest(?::text[], ?::int[], ?::text[]) as told (code, version, name)
                        order by code, version desc
                        on conflict (code) do update set version = excluded.version, name = excluded.name
                            where district.version < excluded.version""")) {
            Columns.of(file, 1, told)
                    .column("text", District::code)
                    .column("int4", District::version)
                    .column("text", District::name);
            return file.executeUpdate();
        }
    }
}
