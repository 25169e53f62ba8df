package io.bihuan.hazard.registers;

import io.bihuan.access.Scope;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.StaleVersion;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.history.Subject;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.registers.District.Level;
import io.bihuan.hazard.registers.Moves.Move;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The register of districts 行政区划. */
@ApplicationScoped
public class Districts extends Register<DistrictEntry, District> {

    private static final String CODE = "[0-9A-Z]{2,12}";

    private final History history;
    private final ZoneId zone;

    Districts(History history, @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.history = history;
        this.zone = zone;
    }

    /** The districts right below the given one; all that are on file if none is given. In the order of their codes. */
    public List<District> childrenOf(@Nullable String parentCode) {
        return database.createQuery(
                        "from District where :parent is null or parentCode = :parent order by code", District.class)
                .setParameter("parent", parentCode)
                .getResultList();
    }

    /**
     * What is on file under a code that a command names, of which something is to be entered that happened at a moment.
     *
     * @throws Refusal if nothing is, or the code was given up by then; the refusal names what took its place
     */
    public District demandInUse(String field, String code, Instant at) {
        District district = demand(field, code);
        String inUse = inUse(code, at);
        if (!inUse.equals(code)) {
            LocalDate from = moves().of(code).map(Move::from).orElseThrow();
            throw new Refusal(field, "district.moved", code, inUse, from);
        }
        return district;
    }

    /**
     * The same of a district that whoever records it may act in. A unit may wherever it finds something of its own.
     *
     * @throws Refusal as above, or if it lies outside of his
     */
    public District demandWithin(String field, String code, Occasion occasion) {
        Scope scope = occasion.scope();
        if (!scope.covers(code) && !scope.isOfUnit()) {
            throw new Refusal(field, "district.outside", code);
        }
        return demandInUse(field, code, occasion.at());
    }

    /** What a code has become by a moment; itself while it is in use. */
    public String inUse(String code, Instant at) {
        return moves().inUse(code, at.atZone(zone).toLocalDate());
    }

    /**
     * Lets a district stand under another code from a day on, and all that is on file below it with it.
     *
     * @param versions of the district that the sender has seen, any of which will do; empty if that does not matter
     * @throws NotOnRecord if it is not on file
     * @throws io.bihuan.hazard.NotAllowedNow if it has moved already
     */
    @Transactional
    public District move(String code, DistrictMove move, Set<Integer> versions, Occasion occasion) {
        lock();
        District district = find(code).orElseThrow(() -> new NotOnRecord("district", code));
        StaleVersion.check(district.version(), versions);
        new BoundaryChange(this, move, occasion).carryOut(district);
        return district;
    }

    Moves moves() {
        return new Moves(database.createQuery(
                        "select code, movedInto, movedOn from District where movedInto is not null", Move.class)
                .getResultList());
    }

    /** What is on file below a district, what is higher up first. */
    List<District> below(String code) {
        return database.createQuery("from District where code like concat(:code, '_%') order by code", District.class)
                .setParameter("code", code)
                .getResultList();
    }

    /** The last day on which another district comes to stand under this code, if one does. */
    @Nullable
    LocalDate lastArrivalIn(String code) {
        return database.createQuery("select max(movedOn) from District where movedInto = :code", LocalDate.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    void move(District district, District into, DistrictMove move, Occasion occasion) {
        district.movedInto = into.code();
        district.movedOn = move.from();
        district.version++;
        record(
                district,
                "district.moved",
                new Moved(
                        district.code(),
                        into.code(),
                        move.from().atStartOfDay(zone).toInstant(),
                        move.reason()),
                occasion);
    }

    static boolean isDistrictCode(String code) {
        return code.matches(CODE);
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
        if (!isDistrictCode(code)) {
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
    void demand(DistrictEntry entry, Occasion occasion) {}

    @Override
    void record(District district, Occasion occasion) {
        record(
                district,
                "district.registered",
                new Registered(district.code(), district.name(), district.parentCode(), district.level()),
                occasion);
    }

    private void record(District district, String type, Record event, Occasion occasion) {
        district.hash = history.record(
                new Subject("district", district.code(), district.code(), district.version(), district.hash),
                type,
                event,
                occasion);
    }

    /** A district as it now stands on file. */
    private record Registered(
            String districtCode, String name, @Nullable String parentCode, Level level) {}

    /** A district that stands under another code from a moment on. */
    private record Moved(String districtCode, String into, Instant from, String reason) {}
}
