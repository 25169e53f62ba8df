package io.bihuan.reporting.campaign;

import io.bihuan.reporting.coverage.SiteKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The campaigns on file as the events tell them; a version that is not newer than the one on file changes nothing. */
@ApplicationScoped
public class Campaigns {

    private static final String FILE = """
            insert into campaign (code, version, name, first_day, last_day, districts, site_kinds, coverage_target,
                                  closure_target, phases, phases_from, phases_to)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date[], ?::date[])
            on conflict (code) do update
            set version = excluded.version, name = excluded.name, first_day = excluded.first_day,
                last_day = excluded.last_day, districts = excluded.districts, site_kinds = excluded.site_kinds,
                coverage_target = excluded.coverage_target, closure_target = excluded.closure_target,
                phases = excluded.phases, phases_from = excluded.phases_from, phases_to = excluded.phases_to
            where campaign.version < excluded.version""";

    private static final String FIND = "select * from campaign where code = ?";

    private static final String LIST = """
            select * from campaign
            where code > ? and exists (select from unnest(districts) as district, unnest(?::text[]) as own
                where starts_with(district, own) or starts_with(own, district))
            order by code limit ?""";

    private final DataSource database;

    Campaigns(DataSource database) {
        this.database = database;
    }

    /**
     * Files what is newer than what is on file, in the caller's transaction.
     *
     * @return how many campaigns changed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int file(List<Campaign> campaigns) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement file = connection.prepareStatement(FILE)) {
            for (Campaign campaign : campaigns) {
                file.setString(1, campaign.code());
                file.setInt(2, campaign.version());
                file.setString(3, campaign.name());
                file.setObject(4, campaign.from());
                file.setObject(5, campaign.to());
                file.setArray(6, texts(connection, campaign.districts().stream()));
                file.setArray(7, texts(connection, campaign.siteKinds().stream().map(SiteKind::name)));
                file.setBigDecimal(8, campaign.coverageTarget());
                file.setBigDecimal(9, campaign.closureTarget());
                file.setArray(
                        10, phases(connection, campaign, phase -> phase.kind().name()));
                file.setArray(
                        11, phases(connection, campaign, phase -> phase.from().toString()));
                file.setArray(
                        12, phases(connection, campaign, phase -> phase.to().toString()));
                file.addBatch();
            }
            return Arrays.stream(file.executeBatch()).sum();
        }
    }

    public Optional<Campaign> find(String code) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, code);
            return read(find).stream().findFirst();
        }
    }

    /**
     * A part of the campaigns, in the order of their codes, each with what of it lies within some districts.
     *
     * @param within codes of the districts, none within another; the empty one stands for all
     * @param after only codes behind this one
     */
    public List<Campaign> list(List<String> within, int limit, String after) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement list = connection.prepareStatement(LIST)) {
            list.setString(1, after);
            list.setArray(2, connection.createArrayOf("text", within.toArray()));
            list.setInt(3, limit);
            return read(list).stream()
                    .flatMap(campaign -> campaign.within(within).stream())
                    .toList();
        }
    }

    private static Array phases(Connection connection, Campaign campaign, Function<Phase, String> field)
            throws SQLException {
        return texts(connection, campaign.phases().stream().map(field));
    }

    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static List<Campaign> read(PreparedStatement query) throws SQLException {
        List<Campaign> campaigns = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                campaigns.add(read(rows));
            }
        }
        return campaigns;
    }

    private static Campaign read(ResultSet row) throws SQLException {
        Set<SiteKind> kinds = EnumSet.noneOf(SiteKind.class);
        for (String kind : texts(row, "site_kinds")) {
            kinds.add(SiteKind.valueOf(kind));
        }
        return new Campaign(
                row.getString("code"),
                row.getInt("version"),
                row.getString("name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                phases(row),
                List.of(texts(row, "districts")),
                kinds,
                row.getBigDecimal("coverage_target"),
                row.getBigDecimal("closure_target"));
    }

    private static List<Phase> phases(ResultSet row) throws SQLException {
        String[] kinds = texts(row, "phases");
        String[] from = texts(row, "phases_from");
        String[] to = texts(row, "phases_to");
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            phases.add(new Phase(Phase.Kind.valueOf(kinds[i]), LocalDate.parse(from[i]), LocalDate.parse(to[i])));
        }
        return phases;
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(Object::toString)
                .toArray(String[]::new);
    }
}
