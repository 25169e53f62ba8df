package io.bihuan.hazard.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Encrypts what stood in plain before: callers of cases, finders and witnesses of hazards that citizens reported, the files
 * of imports. In one transaction with the rest of the migration: all of it, or it begins again at the next start.
 */
public class V18_1__EncryptWhatWasPlain extends BaseJavaMigration {

    private static final int ROWS_AT_ONCE = 500;
    private static final int PIECES_AT_ONCE = 10;

    @Override
    public void migrate(Context context) throws SQLException {
        Keyring keys = Keyring.of(ConfigProvider.getConfig());
        Connection database = context.getConnection();
        identities(
                database,
                keys,
                Capacity.CALLER,
                "select id, caller_name, caller_phone, received_at from citizen_case"
                        + " where coalesce(caller_name, caller_phone) is not null");
        String ofHazards = "select id, %1$s, null, found_at from hazard"
                + " where source in ('CITIZEN', 'HOTLINE_12345') and %1$s is not null";
        identities(database, keys, Capacity.FINDER, ofHazards.formatted("found_by"));
        identities(database, keys, Capacity.WITNESS, ofHazards.formatted("witness"));
        pieces(database, keys);
        try (Statement statement = database.createStatement()) {
            statement.execute("update hazard set found_by = null, witness = null"
                    + " where source in ('CITIZEN', 'HOTLINE_12345') and coalesce(found_by, witness) is not null");
            statement.execute("alter table citizen_case drop column caller_name, drop column caller_phone");
            statement.execute("alter table import_piece alter column key_id set not null");
        }
    }

    private static void identities(Connection database, Keyring keys, Capacity capacity, String plain)
            throws SQLException {
        try (Statement select = database.createStatement();
                PreparedStatement insert = database.prepareStatement(
                        "insert into citizen_identity (subject_id, capacity, ciphertext, key_id, kept_at)"
                                + " values (?, ?, ?, ?, ?)")) {
            select.setFetchSize(ROWS_AT_ONCE);
            ResultSet rows = select.executeQuery(plain);
            while (rows.next()) {
                UUID subject = rows.getObject(1, UUID.class);
                Identity identity = new Identity(rows.getString(2), rows.getString(3));
                insert.setObject(1, subject);
                insert.setString(2, capacity.name());
                insert.setBytes(3, keys.encrypt(identity.written(), new Place(subject, capacity).toString()));
                insert.setInt(4, keys.primary());
                insert.setTimestamp(5, rows.getTimestamp(4));
                insert.addBatch();
                if (rows.getRow() % ROWS_AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void pieces(Connection database, Keyring keys) throws SQLException {
        try (Statement select = database.createStatement();
                PreparedStatement update = database.prepareStatement(
                        "update import_piece set ciphertext = ?, key_id = ? where job = ? and part = ?")) {
            select.setFetchSize(PIECES_AT_ONCE);
            ResultSet rows = select.executeQuery("select job, part, ciphertext from import_piece");
            while (rows.next()) {
                String place = "IMPORT:" + rows.getString(1) + ":" + rows.getInt(2);
                update.setBytes(1, keys.encrypt(rows.getBytes(3), place));
                update.setInt(2, keys.primary());
                update.setObject(3, rows.getObject(1, UUID.class));
                update.setInt(4, rows.getInt(2));
                update.executeUpdate();
            }
        }
    }
}
