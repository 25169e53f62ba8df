package io.bihuan.notification.texts;

import io.bihuan.notification.NotOnRecord;
import io.bihuan.notification.Refusal;
import io.bihuan.notification.Refusal.Violation;
import io.bihuan.notification.StaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The templates on file: those that come with the product, and every edition of an office's own. */
@ApplicationScoped
public class Templates {

    /** Not {@code preview}, where drafts are tried. */
    private static final Pattern NAME = Pattern.compile("(?!preview$)[a-z][A-Za-z0-9]{1,39}");

    private final SortedMap<String, Edition> shipped = Shipped.editions();
    private final DataSource database;
    private final InstantSource time;

    Templates(DataSource database, InstantSource time) {
        this.database = database;
        this.time = time;
    }

    /** What is in force of each template, by name. */
    public SortedMap<String, Edition> current() throws SQLException {
        var current = new TreeMap<>(shipped);
        read("select distinct on (name) * from template_edition order by name, version desc", null)
                .forEach(edition -> current.put(edition.name(), edition));
        return current;
    }

    /** Every edition of a template, the newest, which is in force, first; none if there is no such template. */
    public List<Edition> editions(String name) throws SQLException {
        if (!NAME.matcher(name).matches()) {
            return List.of();
        }
        var editions =
                new ArrayList<>(read("select * from template_edition where name = ? order by version desc", name));
        Optional.ofNullable(shipped.get(name)).ifPresent(editions::add);
        return editions;
    }

    /**
     * What is in force of a template.
     *
     * @throws NotOnRecord if there is no such template
     */
    public Edition demand(String name) throws SQLException {
        return editions(name).stream().findFirst().orElseThrow(() -> new NotOnRecord("template", name));
    }

    /**
     * Lets a template say something else. A name that is new is a city's own. The same again changes nothing.
     *
     * @param en null if there is no English
     * @param seen versions of what is in force that the client has seen, any of which will do; empty if that does not matter
     * @throws Refusal if a text can't be used, with everything that is wrong with it
     * @throws StaleVersion if another edition is in force, or somebody else was faster
     */
    public Edition replace(String name, String zh, @Nullable String en, Set<Integer> seen, @Nullable String by)
            throws SQLException {
        var violations = new ArrayList<Violation>();
        if (!NAME.matcher(name).matches()) {
            violations.add(new Violation("name", "template-name"));
        }
        var chinese = checked(name, "zh", zh, violations);
        var english = en == null || en.isBlank() ? null : checked(name, "en", en, violations);
        if (!violations.isEmpty()) {
            throw new Refusal(violations);
        }
        var current = editions(name).stream().findFirst();
        int version = current.map(Edition::version).orElse(0);
        StaleVersion.check(version, seen);
        if (current.filter(edition -> edition.says(chinese, english)).isPresent()) {
            return current.get();
        }
        return insert(name, version + 1, chinese, english, by);
    }

    /**
     * Goes back to what comes with the product, which is an edition too. Again changes nothing.
     *
     * @param seen as in {@link #replace}
     * @throws NotOnRecord if there is no such template
     * @throws Refusal if it is a city's own, whose ladders may still name it
     * @throws StaleVersion as from {@link #replace}
     */
    public Edition drop(String name, Set<Integer> seen, @Nullable String by) throws SQLException {
        var current = demand(name);
        StaleVersion.check(current.version(), seen);
        if (!shipped.containsKey(name)) {
            throw new Refusal("name", "template-not-shipped");
        }
        return current.own() ? insert(name, current.version() + 1, null, null, by) : current;
    }

    private static @Nullable String checked(String name, String field, String text, List<Violation> violations) {
        try {
            return Template.of(text, Subject.of(name)).body();
        } catch (BadTemplate e) {
            e.flaws().forEach(flaw -> violations.add(flaw.in(field)));
            return null;
        }
    }

    private Edition insert(String name, int version, @Nullable String zh, @Nullable String en, @Nullable String by)
            throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into template_edition (name, version, zh, en, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?::timestamptz, ?) on conflict do nothing returning *""")) {
            insert.setString(1, name);
            insert.setInt(2, version);
            insert.setString(3, zh);
            insert.setString(4, en);
            insert.setString(5, time.instant().toString());
            insert.setString(6, by);
            try (var rows = insert.executeQuery()) {
                if (!rows.next()) {
                    throw StaleVersion.at(version);
                }
                return edition(rows);
            }
        }
    }

    private List<Edition> read(String sql, @Nullable String name) throws SQLException {
        var editions = new ArrayList<Edition>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            if (name != null) {
                select.setString(1, name);
            }
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    editions.add(edition(rows));
                }
            }
        }
        return editions;
    }

    private Edition edition(ResultSet row) throws SQLException {
        var name = row.getString("name");
        var own = row.getString("zh");
        var said = own == null ? shipped.get(name) : null;
        return new Edition(
                name,
                row.getInt("version"),
                own != null,
                said == null ? own : said.zh(),
                said == null ? row.getString("en") : said.en(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }
}
