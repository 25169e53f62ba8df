package io.bihuan.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * The databases of a local server, seen by its superuser.
 *
 * @param port where the server listens on 127.0.0.1
 * @param superuserPassword of the role {@code postgres}
 */
public record Databases(int port, String superuserPassword) {

    static final String SUPERUSER = "postgres";

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /**
     * Creates a database and the role that owns it, or gives the role that exists this password.
     *
     * @param name of both the database and its owner: lower-case letters, digits and underscores
     */
    public void create(String name, String password) {
        requireIdentifier(name);
        try (var connection = asSuperuser();
                var statement = connection.createStatement()) {
            createRole(statement, name, password);
            if (!exists(connection, "pg_database", "datname", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
                statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw failed("cannot create the database " + name, e);
        }
    }

    /**
     * The role that a database's service signs in with. That of hazard-service owns nothing, so that whoever has its
     * password cannot change the history; those of the others own their tables.
     */
    public static String roleOf(String database) {
        return database.equals("hazard") ? "hazard_app" : database;
    }

    /** Creates a role that owns nothing, or gives the role that exists this password. */
    public void createRole(String name, String password) {
        requireIdentifier(name);
        try (var connection = asSuperuser();
                var statement = connection.createStatement()) {
            createRole(statement, name, password);
        } catch (SQLException e) {
            throw failed("cannot create the role " + name, e);
        }
    }

    private static void createRole(Statement statement, String name, String password) throws SQLException {
        statement.execute((exists(statement.getConnection(), "pg_roles", "rolname", name) ? "ALTER" : "CREATE")
                + " ROLE " + name + " LOGIN PASSWORD '" + password.replace("'", "''") + "'");
    }

    /** Lets a role read the write-ahead log, as a relay must. */
    public void allowReplication(String role) {
        requireIdentifier(role);
        try (var connection = asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + role + " REPLICATION");
        } catch (SQLException e) {
            throw failed("cannot let " + role + " replicate", e);
        }
    }

    /** @return where JDBC finds a database */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** @return a connection that may do everything; the caller closes it */
    public Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, superuserPassword);
    }

    boolean answer() {
        try (var connection = asSuperuser()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Without the password, so that no log shows it. */
    @Override
    public String toString() {
        return "Databases[port=" + port + "]";
    }

    private static boolean exists(Connection connection, String catalog, String column, String name)
            throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM " + catalog + " WHERE " + column + " = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private static PartFailedException failed(String what, SQLException cause) {
        return new PartFailedException(LocalPostgres.NAME, what + ": " + cause.getMessage(), cause);
    }

    private static void requireIdentifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a database or role: " + name);
        }
    }
}
