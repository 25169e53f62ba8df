package io.bihuan.hazard.registers;

import io.bihuan.hazard.history.History;
import io.bihuan.hazard.history.Subject;
import io.bihuan.hazard.lifecycle.Occasion;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The register of districts. */
@ApplicationScoped
public class Districts implements PanacheRepositoryBase<District, String> {

    private final History history;
    private final InstantSource clock;

    Districts(History history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    /** The districts right below the given one; all that are on file if none is given. In the order of their codes. */
    public List<District> childrenOf(@Nullable String parentCode) {
        return parentCode == null ? listAll(Sort.by("code")) : list("parentCode", Sort.by("code"), parentCode);
    }

    /**
     * Takes the lines on file, parents before children. A line that says what is on file already changes nothing.
     *
     * @return how many districts are new or changed
     */
    @Transactional
    int register(List<DistrictLine> lines) {
        // Replicas start at the same time; one loads, the others then find nothing to do.
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('register of districts'))")
                .getSingleResult();
        Occasion occasion = Occasion.live(clock.instant(), null);
        int changed = 0;
        for (DistrictLine line : lines) {
            District district = findById(line.code());
            if (district != null && district.says(line)) {
                continue;
            }
            if (district == null) {
                district = new District();
                district.code = line.code();
                district.hash = "";
            }
            district.name = line.name();
            district.parentCode = line.parentCode();
            district.level = line.level();
            district.version++;
            district.hash = history.record(
                    new Subject("district", district.code, district.code, district.version, district.hash),
                    "district.registered",
                    new Registered(district.code, district.name, district.parentCode, district.level),
                    occasion);
            persist(district);
            changed++;
        }
        return changed;
    }

    /** A district as it now stands on file. */
    private record Registered(
            String districtCode, String name, @Nullable String parentCode, District.Level level) {}
}
