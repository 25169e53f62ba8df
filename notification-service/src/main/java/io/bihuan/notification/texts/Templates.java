package io.bihuan.notification.texts;

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
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The templates on file: those that come with the product, and every edition of an office's own. */
@ApplicationScoped
public class Templates {

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
        var editions =
                new ArrayList<>(read("select * from template_edition where name = ? order by version desc", name));
        Optional.ofNullable(shipped.get(name)).ifPresent(editions::add);
        return editions;
    }

    /** Whether a template comes with the product, so that its own text can be dropped. */
    public boolean isShipped(String name) {
        return shipped.containsKey(name);
    }

    /**
     * Saves an office's own text.
     *
     * @param version that it is to have: one more than the edition that it follows
     * @return empty if that version is on file already, so that somebody else was faster
     */
    public Optional<Edition> save(String name, int version, Template zh, @Nullable Template en, @Nullable String by)
            throws SQLException {
        return insert(name, version, zh.body(), en == null ? null : en.body(), by);
    }

    /**
     * Goes back to the text that comes with the product, which is an edition too.
     *
     * @param version as in {@link #save}
     * @return as from {@link #save}
     */
    public Optional<Edition> drop(String name, int version, @Nullable String by) throws SQLException {
        return insert(name, version, null, null, by);
    }

    private Optional<Edition> insert(
            String name, int version, @Nullable String zh, @Nullable String en, @Nullable String by)
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
                return rows.next() ? Optional.of(edition(rows)) : Optional.empty();
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
