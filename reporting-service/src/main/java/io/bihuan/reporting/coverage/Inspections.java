package io.bihuan.reporting.coverage;

import io.bihuan.reporting.facts.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The inspections that were held; a version that is not newer than the one on record changes nothing. */
@ApplicationScoped
public class Inspections {

    private static final String KEEP = """
            insert into inspection (id, version, site_code, site_kind, district_code, campaign, checked, failed, found,
                                    fixed_on_spot, clean, at)
            select distinct on (id) *
            from unnest(?::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::integer[],
                        ?::integer[], ?::integer[], ?::boolean[], ?::timestamptz[])
                as told (id, version, site_code, site_kind, district_code, campaign, checked, failed, found,
                         fixed_on_spot, clean, at)
            order by id, version desc
            on conflict (id) do update
            set version = excluded.version, site_code = excluded.site_code, site_kind = excluded.site_kind,
                district_code = excluded.district_code, campaign = excluded.campaign, checked = excluded.checked,
                failed = excluded.failed, found = excluded.found, fixed_on_spot = excluded.fixed_on_spot,
                clean = excluded.clean, at = excluded.at
            where inspection.version < excluded.version""";

    private final DataSource database;

    Inspections(DataSource database) {
        this.database = database;
    }

    /**
     * Puts what is new on record, in the caller's transaction.
     *
     * @return how many inspections changed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int add(List<Inspection> inspections) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            Rows.of(keep, inspections)
                    .column("uuid", Inspection::id)
                    .column("integer", Inspection::version)
                    .column("text", Inspection::siteCode)
                    .column("text", Inspection::siteKind)
                    .column("text", Inspection::districtCode)
                    .column("text", Inspection::campaign)
                    .column("integer", Inspection::checked)
                    .column("integer", Inspection::failed)
                    .column("integer", Inspection::found)
                    .column("integer", Inspection::fixedOnSpot)
                    .column("boolean", Inspection::clean)
                    .column("timestamptz", Inspection::at);
            return keep.executeUpdate();
        }
    }
}
