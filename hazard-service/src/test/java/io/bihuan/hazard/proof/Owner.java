package io.bihuan.hazard.proof;

import io.bihuan.hazard.history.Chain;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Whoever owns the database and does with it what he likes. What he did is undone when he leaves: tests share the
 * history.
 */
final class Owner implements AutoCloseable {

    private static final List<String> GUARDED = List.of("history", "seal");

    private final Connection connection;

    private Owner(Connection connection) {
        this.connection = connection;
    }

    /** He takes the guards away and remembers how things are. */
    static Owner enters() throws SQLException {
        Owner owner = new Owner(connect());
        for (String table : GUARDED) {
            owner.does("alter table " + table + " disable trigger append_only");
        }
        owner.does("drop schema if exists untouched cascade");
        owner.does("create schema untouched");
        for (String table : List.of("history", "seal", "seal_head", "hazard", "training")) {
            owner.does("create table untouched." + table + " as table " + table);
        }
        return owner;
    }

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"),
                setting("quarkus.flyway.username"),
                setting("quarkus.flyway.password"));
    }

    static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** Removes what other tests put into the history by hand, and all seals: sealing begins anew, with what is recorded next. */
    static void clearsAway() throws SQLException {
        try (Owner owner = enters()) {
            owner.does("delete from parked_event");
            owner.does("delete from history where hash = ''");
            owner.does("delete from seal");
            owner.does("update seal_head set day = '2026-05-02', hash = '',"
                    + " through_seq = (select coalesce(max(seq), 0) from history)");
            for (String table : GUARDED) {
                owner.does("drop table untouched." + table);
                owner.does("create table untouched." + table + " as table " + table);
            }
            owner.does("drop table untouched.seal_head");
            owner.does("create table untouched.seal_head as table seal_head");
        }
    }

    int does(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return statement.getUpdateCount();
        }
    }

    String reads(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Makes a chain right again from one version to its end, and its hazard too, as if it had always been so. */
    void recomputes(String key, int from) throws SQLException {
        int last = Integer.parseInt(reads("select max(version) from history where key = '" + key + "'"));
        for (int version = from; version <= last; version++) {
            hashes(key, version);
        }
        does("update hazard set hash = (select hash from history where key = '%s' and version = %d) where id = '%s'"
                .formatted(key, last, key));
    }

    /** Makes one row follow the row before it. */
    void hashes(String key, int version) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select r.id, r.stream, r.subject, r.type, r.data, coalesce(b.hash, '') as previous
                          from history r left join history b on b.key = r.key and b.version = r.version - 1
                         where r.key = ? and r.version = ?""");
                PreparedStatement update = connection.prepareStatement(
                        "update history set previous_hash = ?, hash = ? where key = ? and version = ?")) {
            select.setString(1, key);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                String previous = row.getString("previous");
                update.setString(1, previous);
                update.setString(
                        2,
                        Chain.hash(
                                previous,
                                row.getString("id"),
                                row.getString("stream"),
                                key,
                                row.getString("subject"),
                                row.getString("type"),
                                row.getString("data")));
            }
            update.setString(3, key);
            update.setInt(4, version);
            update.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        does(
                "delete from history where seq in (select seq from (table history except table untouched.history) as other)"
                        + " and key in (select key from untouched.history union select 'inserted')");
        does("insert into history overriding system value (table untouched.history except table history)");
        does("delete from seal");
        does("insert into seal table untouched.seal");
        does(
                "update seal_head s set day = u.day, through_seq = u.through_seq, hash = u.hash from untouched.seal_head u");
        does("update hazard h set version = u.version, hash = u.hash from untouched.hazard u"
                + " where h.id = u.id and (h.version, h.hash) <> (u.version, u.hash)");
        does("insert into training (table untouched.training except table training)");
        for (String table : GUARDED) {
            does("alter table " + table + " enable trigger append_only");
        }
        does("drop schema untouched cascade");
        connection.close();
    }
}
