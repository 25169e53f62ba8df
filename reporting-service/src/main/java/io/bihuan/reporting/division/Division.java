package io.bihuan.reporting.division;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Divides districts. */
@ApplicationScoped
public class Division {

    private static final String BELONGS = """
            belongs (code, part) as (
                select code, coalesce(district_below(parent, code), code)
                from given, (select distinct district_code from %s) as seen (code)
            )""";

    private static final String ON_FILE = """
            select code, name
            from (values (?::text collate "C")) as given (parent)
            join district on code > parent and code < parent || '~' and district_below(parent, code) = code
            union
            select code, name from district where code = any(?)""";

    private final DataSource database;

    Division(DataSource database) {
        this.database = database;
    }

    /**
     * A common table expression {@code belongs (code, part)}: to which part of the {@code parent} in {@code given} each
     * {@code district_code} of another expression belongs.
     */
    public static String belongs(String counted) {
        return BELONGS.formatted(counted);
    }

    /**
     * Completes the figures of the parts that have some by the parts on file that have none.
     *
     * @param figures by the part's code
     * @param none the figures of a part that has none
     */
    public <F> Divided<F> of(String parent, Map<String, F> figures, F none, F total) throws SQLException {
        Map<String, @Nullable String> names = new TreeMap<>();
        figures.keySet().forEach(code -> names.put(code, null));
        names.putAll(onFile(parent, figures.keySet().toArray(String[]::new)));
        List<Part<F>> parts = names.entrySet().stream()
                .map(part -> new Part<>(part.getKey(), part.getValue(), figures.getOrDefault(part.getKey(), none)))
                .toList();
        return new Divided<>(parts, total);
    }

    /** The names of those districts that are on file. */
    public Map<String, String> names(List<String> districts) throws SQLException {
        return onFile("~", districts.toArray(String[]::new));
    }

    private Map<String, String> onFile(String parent, String[] others) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement districts = connection.prepareStatement(ON_FILE)) {
            districts.setString(1, parent);
            districts.setArray(2, connection.createArrayOf("text", others));
            Map<String, String> names = new TreeMap<>();
            try (ResultSet rows = districts.executeQuery()) {
                while (rows.next()) {
                    names.put(rows.getString("code"), rows.getString("name"));
                }
            }
            return names;
        }
    }
}
