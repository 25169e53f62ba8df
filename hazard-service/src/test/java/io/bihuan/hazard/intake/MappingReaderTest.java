package io.bihuan.hazard.intake;

import static io.bihuan.hazard.intake.Ledgers.BY_DATES;
import static io.bihuan.hazard.intake.Ledgers.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.bihuan.hazard.sheets.Reading;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class MappingReaderTest {

    @Test
    void aMappingNamesItsLedgerAndLeavesToTheFileHowItIsReadUnlessItSaysOtherwise() {
        Mapping mapping = MappingReader.read(BY_DATES);

        assertThat(mapping.ledger()).isEqualTo("城东台账");
        assertThat(mapping.reading()).isEqualTo(Reading.byContent());

        Mapping other = MappingReader.read(BY_DATES + "charset: GB18030\ndelimiter: \"\\t\"\nsheet: 台账\n");

        assertThat(other.reading()).isEqualTo(new Reading(Charset.forName("GB18030"), '\t', "台账"));
    }

    @Test
    void theSameMappingMayBeWrittenAsJson() {
        String json = """
                {
                \t"ledger": "l",
                \t"dates": {"patterns": ["yyyy-MM-dd"], "zone": "Asia/Shanghai"},
                \t"found": {"at": "a", "externalNumber": "n", "districtCode": {"value": "630102"},
                \t\t"grade": {"value": "MAJOR"}, "category": {"value": "PIPELINE"}, "source": {"value": "EXPERT"},
                \t\t"description": {"join": ["d", {"column": "e"}], "with": "；"}},
                \t"life": []
                }
                """;

        assertThat(MappingReader.read(json).found().description().columns()).containsExactly("d", "e");
    }

    @Test
    void textThatIsNeitherJsonNorYamlIsRefusedWithItsPlace() {
        assertThat(faults(() -> MappingReader.read("ledger: \"a\nb: c")).get(0))
                .startsWith("mapping import.mapping.unparsable 1 | ");
        assertThat(faults(() -> MappingReader.read("{\"ledger\": \"a\",}")).get(0))
                .startsWith("mapping import.mapping.unparsable 1 | ");
        assertThat(faults(() -> MappingReader.read("")).get(0)).startsWith("mapping import.mapping.");
        assertThat(faults(() -> MappingReader.read("ledger: a\nledger: b")).get(0))
                .startsWith("mapping import.mapping.unparsable 2 | ");
    }

    @Test
    void anUnknownKeyIsRefusedByNameWithThoseThatAreKnownThere() {
        assertThat(faults(() -> MappingReader.read(BY_DATES + "colour: red\n")))
                .containsExactly("mapping.colour import.mapping.unknownKey colour"
                        + " | charset, dates, delimiter, found, ledger, life, sheet, steps");
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("dueAt: 期限", "deadline: 期限"))))
                .containsExactly("mapping.steps.assigned.deadline import.mapping.unknownKey deadline"
                        + " | at, contingencyPlan, dueAt, funds, interimControls, measures, responsible, unit");
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("{name: 单位}", "{name: {colum: 单位}}"))))
                .containsExactly("mapping.found.unit.name.colum import.mapping.unknownKey colum"
                        + " | codes, column, default, empty, firstOf, join, text, value, with");
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("closed: {at", "merged: {at"))))
                .containsExactly("mapping.steps.merged import.mapping.unknownKey merged"
                        + " | assigned, closed, rectified, returned");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("ledger: 城东台账", ""))))
                .containsExactly("mapping.ledger field.required");
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("  at: 发现时间\n", ""))))
                .containsExactly("mapping.found.at field.required");
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace(", zone: Asia/Shanghai", ""))))
                .containsExactly("mapping.dates.zone field.required");
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("  unit: {name: 单位}\n", ""))))
                .containsExactly("mapping.steps.assigned.unit field.required");
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("{at: 销号时间, ", "{"))))
                .containsExactly("mapping.steps.closed.at field.required");
    }

    @Test
    void aValueTakesItsTextFromExactlyOnePlace() {
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("description: 问题", "description: {default: 无}"))))
                .containsExactly("mapping.found.description import.mapping.oneSource"
                        + " column, firstOf, join, text, value | —");
        assertThat(faults(() ->
                        MappingReader.read(BY_DATES.replace("description: 问题", "description: {column: 问题, value: 无}"))))
                .containsExactly("mapping.found.description import.mapping.oneSource"
                        + " column, firstOf, join, text, value | column, value");
        assertThat(faults(() ->
                        MappingReader.read(BY_DATES.replace("at: 发现时间", "at: {earliestOf: [发现时间], latestOf: [发现时间]}"))))
                .containsExactly("mapping.found.at import.mapping.oneSource"
                        + " column, earliestOf, firstOf, latestOf | earliestOf, latestOf");
    }

    @Test
    void aKeyThatWouldDoNothingIsRefused() {
        assertThat(faults(() ->
                        MappingReader.read(BY_DATES.replace("description: 问题", "description: {column: 问题, with: ；}"))))
                .containsExactly("mapping.found.description.with import.mapping.noEffect join");
        assertThat(faults(() ->
                        MappingReader.read(BY_DATES.replace("description: 问题", "description: {value: 无, empty: [无]}"))))
                .containsExactly("mapping.found.description.empty import.mapping.noEffect column, text");
    }

    @Test
    void aWordThatTheFieldDoesNotKnowIsRefusedBeforeAnyRowIsRead() {
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("较大: SERIOUS", "较大: HIGH"))))
                .containsExactly("mapping.found.grade oneOf HIGH | MAJOR, SERIOUS, GENERAL, MINOR");
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("default: GENERAL", "default: 一般"))))
                .containsExactly("mapping.found.grade oneOf 一般 | MAJOR, SERIOUS, GENERAL, MINOR");
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("SELF_CHECK", "自查")))
                        .get(0))
                .startsWith("mapping.found.source oneOf 自查 | SELF_CHECK, ");
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("[assigned, rectified,", "[assigned, fixed,"))))
                .containsExactly("mapping.life[1] oneOf fixed | assigned, rectified, returned, closed");
    }

    @Test
    void aLifeThatCanNotHaveGoneLikeThatIsRefused() {
        String byStatus = BY_DATES.replace(
                "life: [assigned, rectified, closed]", "life: {column: 状态, codes: {已销号: [assigned, closed]}}");

        assertThat(faults(() -> MappingReader.read(byStatus)))
                .containsExactly("mapping.life.codes.已销号 import.order closed | assigned");
    }

    @Test
    void aLifeUsesOnlyStepsThatAreDescribed() {
        String mapping = BY_DATES.replace("  closed: {at: 销号时间, opinion: {value: 复查合格}}\n", "");

        assertThat(faults(() -> MappingReader.read(mapping)))
                .containsExactly("mapping.life import.mapping.stepWithoutRule closed");
    }

    @Test
    void zonesPatternsCharsetsAndDelimitersMustExist() {
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("Asia/Shanghai", "Asia/Xining"))))
                .containsExactly("mapping.dates.zone import.mapping.zone Asia/Xining");
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("HH:mm", "HH:mm jj"))))
                .containsExactly("mapping.dates.patterns import.mapping.pattern yyyy-MM-dd HH:mm jj");
        assertThat(faults(() -> MappingReader.read(BY_DATES + "charset: utf-9\n")))
                .containsExactly("mapping.charset import.mapping.charset utf-9");
        assertThat(faults(() -> MappingReader.read(BY_DATES + "delimiter: '\"'\n")))
                .containsExactly("mapping.delimiter import.mapping.delimiter");
    }

    @Test
    void aListWhereAValueBelongsIsRefusedWithItsPlace() {
        assertThat(faults(() -> MappingReader.read(BY_DATES.replace("at: 发现时间", "at: [发现时间]"))))
                .containsExactly("mapping.found.at import.mapping.form 4 | 7");
        assertThat(faults(() -> MappingReader.read("- a\n- b\n"))).containsExactly("mapping import.mapping.form 1 | 1");
    }

    @Test
    void aMappingThatIsDeeperThanAnyoneWritesOrRefersToItselfIsRefused() {
        String deep = "{\"found\": {\"description\": " + "{\"join\": [".repeat(400) + "\"a\"" + "]}".repeat(400) + "}}";
        assertThat(faults(() -> MappingReader.read(deep)).get(0)).startsWith("mapping");
        assertThat(faults(() -> MappingReader.read("a: &a [*a, *a]\n")).get(0)).startsWith("mapping");
    }

    @Test
    void codesKeepTheirLeadingZerosAndWordsThatYamlTakesForTruth() {
        String mapping = BY_DATES.replace("{较大: SERIOUS, 一般: GENERAL}", "{01: SERIOUS, yes: GENERAL, N: MINOR}");

        assertThat(MappingReader.read(mapping).found().grade().codes()).containsOnlyKeys("01", "yes", "N");
    }
}
