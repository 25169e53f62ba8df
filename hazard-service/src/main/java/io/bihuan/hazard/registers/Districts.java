package io.bihuan.hazard.registers;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.history.Subject;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.registers.District.Level;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The register of districts 行政区划. */
@ApplicationScoped
public class Districts extends Register<DistrictEntry, District> implements PanacheRepositoryBase<District, String> {

    private static final String CODE = "[0-9A-Z]{2,12}";

    private final History history;

    Districts(History history) {
        this.history = history;
    }

    /** The districts right below the given one; all that are on file if none is given. In the order of their codes. */
    public List<District> childrenOf(@Nullable String parentCode) {
        return parentCode == null ? listAll(Sort.by("code")) : list("parentCode", Sort.by("code"), parentCode);
    }

    @Override
    Class<District> type() {
        return District.class;
    }

    @Override
    String kind() {
        return "district";
    }

    @Override
    RegisterSheet<DistrictEntry, District> sheet() {
        return new DistrictSheet();
    }

    @Override
    District blank(String code, DistrictEntry entry) {
        if (!code.matches(CODE)) {
            throw new Refusal("code", "district.code", code);
        }
        District parent = longestPrefixOnFile(code).orElse(null);
        District district = new District();
        district.parentCode = parent == null ? null : parent.code();
        district.level = entry.level() == null ? below(parent) : entry.level();
        return district;
    }

    private Optional<District> longestPrefixOnFile(String code) {
        return IntStream.range(1, code.length())
                .mapToObj(shorter -> find(code.substring(0, code.length() - shorter)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Level below(@Nullable District parent) {
        if (parent == null) {
            throw new Refusal("level", "field.required");
        }
        if (parent.level() == Level.STREET) {
            throw new Refusal("code", "district.tooDeep", parent.code());
        }
        return Level.values()[parent.level().ordinal() + 1];
    }

    @Override
    void demand(DistrictEntry entry) {}

    @Override
    void record(District district, Occasion occasion) {
        district.hash = history.record(
                new Subject("district", district.code(), district.code(), district.version(), district.hash),
                "district.registered",
                new Registered(district.code(), district.name(), district.parentCode(), district.level()),
                occasion);
    }

    /** A district as it now stands on file. */
    private record Registered(
            String districtCode, String name, @Nullable String parentCode, Level level) {}
}
