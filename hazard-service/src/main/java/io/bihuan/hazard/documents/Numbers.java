package io.bihuan.hazard.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Numbers documents per kind, district and year: 1, 2, 3… without gaps or repeats. A number is drawn in the transaction
 * that issues its document, and whoever draws next waits for it: what fails gives its number back.
 */
@ApplicationScoped
public class Numbers {

    private final EntityManager database;
    private final ZoneId zone;

    Numbers(EntityManager database, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /** The next number of a kind in a district, in the local year of the given moment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String next(Kind kind, String districtCode, Instant at) {
        int year = at.atZone(zone).getYear();
        int serial = (int) database.createNativeQuery("insert into document_number values (:kind, :district, :year, 1)"
                        + " on conflict (kind, district_code, year) do update set last = document_number.last + 1"
                        + " returning last")
                .setParameter("kind", kind.name())
                .setParameter("district", districtCode)
                .setParameter("year", year)
                .getSingleResult();
        return kind.number(districtCode, year, serial);
    }
}
