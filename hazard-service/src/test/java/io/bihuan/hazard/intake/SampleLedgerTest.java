package io.bihuan.hazard.intake;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.hazard.SampleLedger;
import io.bihuan.hazard.handling.Finding;
import io.bihuan.hazard.intake.PastStep.Assigned;
import io.bihuan.hazard.intake.PastStep.Closed;
import io.bihuan.hazard.intake.PastStep.Rectified;
import io.bihuan.hazard.intake.PastStep.Returned;
import io.bihuan.hazard.lifecycle.Grade;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The shipped mapping over the shipped ledger, held against what the file itself says, cell by cell. */
class SampleLedgerTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<CSVRecord> FILE = SampleLedger.rows();
    private static final List<PastLife> LIVES =
            Ledgers.lives(SampleLedger.mapping(), Ledgers.bytes(SampleLedger.csv()));

    @Test
    void everyRowIsAHazardOfItsOwn() {
        assertThat(LIVES).hasSize(100);
        assertThat(LIVES)
                .extracting(life -> life.finding().found().externalNumber())
                .containsExactlyElementsOf(
                        FILE.stream().map(row -> row.get("ViolationID")).toList())
                .doesNotHaveDuplicates();
        assertThat(LIVES)
                .allSatisfy(life -> assertThat(life.finding().found().ledger()).isEqualTo("hpd-violations"));
    }

    @Test
    void boroughsAreDistrictsAndClassesGrades() {
        Map<String, String> districts = Map.of(
                "MANHATTAN", "NYC1", "BRONX", "NYC2", "BROOKLYN", "NYC3", "QUEENS", "NYC4", "STATEN ISLAND", "NYC5");
        Map<String, Grade> grades = Map.of("A", Grade.GENERAL, "B", Grade.SERIOUS, "C", Grade.MAJOR);

        assertThat(counted(Finding::districtCode)).isEqualTo(countedInFile(row -> districts.get(row.get("Borough"))));
        assertThat(counted(Finding::grade)).isEqualTo(countedInFile(row -> grades.get(row.get("Class"))));
    }

    @Test
    void everyLifeHasTheStepsThatItsStatusStandsFor() {
        Predicate<String> certified = status -> status.equals("INVALID CERTIFICATION");
        Predicate<String> over = status -> status.equals("VIOLATION CLOSED") || status.equals("VIOLATION DISMISSED");

        assertThat(steps(Assigned.class)).isEqualTo(100);
        assertThat(steps(Rectified.class)).isEqualTo(inFile(certified.or(over)));
        assertThat(steps(Returned.class)).isEqualTo(inFile(certified));
        assertThat(steps(Closed.class)).isEqualTo(inFile(over));
    }

    @Test
    void everyTimeIsTheFilesOwnDay() {
        for (int i = 0; i < FILE.size(); i++) {
            CSVRecord row = FILE.get(i);
            PastLife life = LIVES.get(i);
            assertThat(life.foundAt()).isEqualTo(day(row, "InspectionDate"));
            for (PastStep step : life.steps()) {
                if (step instanceof Assigned) {
                    assertThat(step.at()).isEqualTo(day(row, "NOVIssuedDate"));
                    assertThat(step.dueAt()).isEqualTo(dayAfter(row, "OriginalCertifyByDate"));
                } else if (step instanceof Rectified rectified) {
                    boolean dated = !row.get("CertifiedDate").isEmpty();
                    assertThat(step.at()).isEqualTo(day(row, dated ? "CertifiedDate" : "CurrentStatusDate"));
                    assertThat(rectified.description()).contains(dated ? "Certified on" : "no certification date");
                } else {
                    assertThat(step.at()).isEqualTo(day(row, "CurrentStatusDate"));
                    assertThat(step.dueAt()).isNull();
                }
            }
        }
    }

    @Test
    void closingSaysHowTheSourceClosedIt() {
        assertThat(LIVES.stream()
                        .flatMap(life -> life.steps().stream())
                        .filter(Closed.class::isInstance)
                        .map(step -> ((Closed) step).opinion())
                        .collect(groupingBy(Function.identity(), counting())))
                .isEqualTo(FILE.stream()
                        .filter(row -> row.get("ViolationStatus").equals("Close"))
                        .collect(groupingBy(row -> row.get("CurrentStatus"), counting())));
    }

    @Test
    void theUnitIsTheRegistrationAndAnUnregisteredBuildingHasNoCode() {
        assertThat(LIVES.get(0).finding().found().unit())
                .isEqualTo(new io.bihuan.hazard.lifecycle.Unit("337935", "Registration 337935"));
        assertThat(LIVES.stream()
                        .map(life -> java.util.Objects.requireNonNull(
                                life.finding().found().unit()))
                        .filter(unit -> unit.code() == null)
                        .toList())
                .hasSize((int) FILE.stream()
                        .filter(row -> row.get("RegistrationID").equals("0"))
                        .count())
                .allSatisfy(unit -> assertThat(unit.name()).isEqualTo("Unregistered building 760065"));
    }

    @Test
    void theAddressLeavesOutWhatIsEmpty() {
        assertThat(LIVES.get(0).finding().found().address()).isEqualTo("5603 SNYDER AVENUE, BROOKLYN, 11203");
        assertThat(LIVES.get(1).finding().found().address()).isEqualTo("751 GERARD AVENUE, Apt 3L, BRONX, 10451");
    }

    private static <T> Map<T, Long> counted(Function<Finding, T> what) {
        return new TreeMap<>(LIVES.stream().map(PastLife::finding).collect(groupingBy(what, counting())));
    }

    private static <T> Map<T, Long> countedInFile(Function<CSVRecord, T> what) {
        return new TreeMap<>(FILE.stream().collect(groupingBy(what, counting())));
    }

    private static long steps(Class<? extends PastStep> kind) {
        return LIVES.stream()
                .flatMap(life -> life.steps().stream())
                .filter(kind::isInstance)
                .count();
    }

    private static long inFile(Predicate<String> status) {
        return FILE.stream()
                .filter(row -> status.test(row.get("CurrentStatus")))
                .count();
    }

    private static Instant day(CSVRecord row, String column) {
        return date(row, column).atStartOfDay(NEW_YORK).plusSeconds(1).toInstant();
    }

    private static Instant dayAfter(CSVRecord row, String column) {
        return date(row, column).plusDays(1).atStartOfDay(NEW_YORK).toInstant();
    }

    private static LocalDate date(CSVRecord row, String column) {
        return LocalDate.parse(row.get(column), DateTimeFormatter.ofPattern("MM/dd/uuuu"));
    }
}
