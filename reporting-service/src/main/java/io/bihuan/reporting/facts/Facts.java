package io.bihuan.reporting.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What is known of every hazard. A step is kept once, by hazard and version, and a hazard's fact is folded anew from all of its steps
 * whenever one is added: a repeated step changes nothing, and steps that come in another order end in the same fact.
 */
@ApplicationScoped
public class Facts {

    private static final String KEEP = """
            insert into step (hazard_id, version, type, at, status, district_code, grade, category, source,
                              unit_code, unit_name, round, due_at)
            select * from unnest(?::uuid[], ?::integer[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                                 ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::timestamptz[])
            on conflict do nothing
            returning hazard_id""";

    private static final String FOLD = "insert into fact (" + Fold.COLUMNS + ")\n"
            + Fold.of("select * from step where hazard_id = any(?)") + "\n"
            + "on conflict (hazard_id) do update set\n"
            + Arrays.stream(Fold.COLUMNS.split(",\\s*"))
                    .map(column -> column + " = excluded." + column)
                    .collect(Collectors.joining(", "));

    private final DataSource database;

    Facts(DataSource database) {
        this.database = database;
    }

    /**
     * Keeps the steps that are new and brings their hazards' facts up to date, all in the caller's transaction. Two callers must not
     * add steps of one hazard at the same time: who folds first would not see the other's.
     *
     * @return how many steps were new
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int add(List<Step> steps) throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<UUID> hazards = keep(connection, steps);
            if (!hazards.isEmpty()) {
                fold(connection, hazards.stream().distinct().toArray(UUID[]::new));
            }
            return hazards.size();
        }
    }

    private static List<UUID> keep(Connection connection, List<Step> steps) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setArray(1, column(connection, "uuid", steps, Step::hazardId));
            keep.setArray(2, column(connection, "integer", steps, Step::version));
            keep.setArray(3, column(connection, "text", steps, Step::type));
            keep.setArray(4, column(connection, "text", steps, Step::at));
            keep.setArray(5, column(connection, "text", steps, Step::status));
            keep.setArray(6, column(connection, "text", steps, Step::districtCode));
            keep.setArray(7, column(connection, "text", steps, Step::grade));
            keep.setArray(8, column(connection, "text", steps, Step::category));
            keep.setArray(9, column(connection, "text", steps, Step::source));
            keep.setArray(10, column(connection, "text", steps, Step::unitCode));
            keep.setArray(11, column(connection, "text", steps, Step::unitName));
            keep.setArray(12, column(connection, "integer", steps, Step::round));
            keep.setArray(13, column(connection, "text", steps, Step::dueAt));
            List<UUID> hazards = new ArrayList<>();
            try (ResultSet kept = keep.executeQuery()) {
                while (kept.next()) {
                    hazards.add(kept.getObject(1, UUID.class));
                }
            }
            return hazards;
        }
    }

    private static Array column(
            Connection connection, String type, List<Step> steps, Function<Step, @Nullable Object> field)
            throws SQLException {
        Function<Step, @Nullable Object> value = type.equals("text")
                ? step -> {
                    Object told = field.apply(step);
                    return told == null ? null : told.toString();
                }
                : field;
        return connection.createArrayOf(type, steps.stream().map(value).toArray());
    }

    private static void fold(Connection connection, UUID[] hazards) throws SQLException {
        try (PreparedStatement fold = connection.prepareStatement(FOLD)) {
            fold.setArray(1, connection.createArrayOf("uuid", hazards));
            fold.executeUpdate();
        }
    }
}
