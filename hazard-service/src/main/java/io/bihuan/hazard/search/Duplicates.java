package io.bihuan.hazard.search;

import io.bihuan.access.Scope;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.Location;
import io.bihuan.hazard.search.Twin.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for open hazards that may be the same as one that was found 疑似重复: of its category, at the same site or within
 * 50 m. Only a person can tell; nothing is merged here.
 */
@ApplicationScoped
public class Duplicates {

    private static final int NEAR_METRES = 50;
    private static final int MOST = 20;

    private static final double METRES_PER_DEGREE = 111_195; // of a great circle of the mean earth, 6371 km

    private final EntityManager database;

    Duplicates(EntityManager database) {
        this.database = database;
    }

    /**
     * The likely twins, those with most in common first, then the nearest; at most 20.
     *
     * @param scope what whoever asks may see
     */
    @Transactional
    public List<Twin> of(String districtCode, Category category, Found found, Scope scope) {
        return Stream.concat(atTheSite(districtCode, category, found), nearby(category, found.location()))
                .distinct()
                .filter(hazard -> scope.covers(
                        hazard.districtCode(),
                        hazard.unit() == null ? null : hazard.unit().code()))
                .map(hazard -> compare(hazard, districtCode, found))
                .filter(twin -> twin.reasons().contains(Reason.SAME_SITE)
                        || twin.reasons().contains(Reason.WITHIN_50_METRES))
                .sorted(Comparator.comparingInt((Twin twin) -> -twin.reasons().size())
                        .thenComparing(Twin::distanceMetres, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(twin -> twin.hazard().foundAt(), Comparator.reverseOrder()))
                .limit(MOST)
                .toList();
    }

    private Stream<Hazard> atTheSite(String districtCode, Category category, Found found) {
        if (found.siteCode() == null && found.siteName() == null) {
            return Stream.empty();
        }
        return open("category = :category and (site_code = :code or site_name = :name and district_code = :district)")
                .setParameter("category", category.name())
                .setParameter("code", Objects.requireNonNullElse(found.siteCode(), ""))
                .setParameter("name", Objects.requireNonNullElse(found.siteName(), ""))
                .setParameter("district", districtCode)
                .getResultStream()
                .map(Hazard.class::cast);
    }

    private Stream<Hazard> nearby(Category category, @Nullable Location place) {
        if (place == null) {
            return Stream.empty();
        }
        double lat = place.lat().doubleValue();
        double lon = place.lon().doubleValue();
        double north = NEAR_METRES / METRES_PER_DEGREE;
        // Meridians draw together towards the poles; at a pole every longitude is near.
        double east = Math.min(180, north / Math.max(1e-6, Math.cos(Math.toRadians(lat))));
        return open("category = :category and latitude between :south and :north and longitude between :west and :east")
                .setParameter("category", category.name())
                .setParameter("south", BigDecimal.valueOf(lat - north))
                .setParameter("north", BigDecimal.valueOf(lat + north))
                .setParameter("west", BigDecimal.valueOf(lon - east))
                .setParameter("east", BigDecimal.valueOf(lon + east))
                .getResultStream()
                .map(Hazard.class::cast);
    }

    /** The statuses are written out, so that PostgreSQL sees that its index of the open ones will do. */
    private Query open(String condition) {
        return database.createNativeQuery(
                        "select * from hazard where status in ('FOUND', 'ASSIGNED', 'RECTIFIED') and " + condition
                                + " order by found_at desc, id desc",
                        Hazard.class)
                .setMaxResults(1000);
    }

    private static Twin compare(Hazard hazard, String districtCode, Found found) {
        List<Reason> reasons = new ArrayList<>();
        if (sameSite(hazard, districtCode, found)) {
            reasons.add(Reason.SAME_SITE);
        }
        Long metres = metres(hazard.location(), found.location());
        if (metres != null && metres <= NEAR_METRES) {
            reasons.add(Reason.WITHIN_50_METRES);
        }
        if (found.checkItem() != null && found.checkItem().equals(hazard.checkItem())) {
            reasons.add(Reason.SAME_CHECK_ITEM);
        }
        return new Twin(hazard, metres, reasons);
    }

    private static boolean sameSite(Hazard hazard, String districtCode, Found found) {
        if (found.siteCode() != null && found.siteCode().equals(hazard.siteCode())) {
            return true;
        }
        return found.siteName() != null
                && found.siteName().equals(hazard.siteName())
                && districtCode.equals(hazard.districtCode());
    }

    /** Along the great circle, to the metre. */
    private static @Nullable Long metres(@Nullable Location one, @Nullable Location other) {
        if (one == null || other == null) {
            return null;
        }
        double lat1 = Math.toRadians(one.lat().doubleValue());
        double lat2 = Math.toRadians(other.lat().doubleValue());
        double acrossLat = Math.sin((lat2 - lat1) / 2);
        double acrossLon =
                Math.sin(Math.toRadians(other.lon().subtract(one.lon()).doubleValue()) / 2);
        double haversine = acrossLat * acrossLat + Math.cos(lat1) * Math.cos(lat2) * acrossLon * acrossLon;
        return Math.round(Math.toDegrees(2 * Math.asin(Math.min(1, Math.sqrt(haversine)))) * METRES_PER_DEGREE);
    }
}
