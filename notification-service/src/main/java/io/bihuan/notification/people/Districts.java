package io.bihuan.notification.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
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
    @Transactional
    public Map<String, String> names(Collection<String> codes) {
        var names = new HashMap<String, String>();
        session.createNativeQuery("select code, name from district where code = any (:codes)", Tuple.class)
                .setParameter("codes", codes.stream().distinct().toArray(String[]::new))
                .getResultStream()
                .forEach(row -> names.put(row.get("code", String.class), row.get("name", String.class)));
        return names;
    }

    /**
     * Takes over what an event tells. One whose version is not higher than the district's last was seen before, or came
     * late, and changes nothing.
     *
     * @return whether it changed anything
     */
    @Transactional
    public boolean follow(District told) throws SQLException {
        try (var connection = database.getConnection();
                var file = connection.prepareStatement("""
                        insert into district (code, version, name) values (?, ?, ?)
                        on conflict (code) do update set version = excluded.version, name = excluded.name
                            where district.version < excluded.version""")) {
            file.setString(1, told.code());
            file.setInt(2, told.version());
            file.setString(3, told.name());
            return file.executeUpdate() > 0;
        }
    }
}
