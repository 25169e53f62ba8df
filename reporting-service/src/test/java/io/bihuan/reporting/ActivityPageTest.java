package io.bihuan.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bihuan.reporting.testing.Activity.CampaignTold;
import io.bihuan.reporting.testing.Activity.InspectionTold;
import io.bihuan.reporting.testing.Activity.PhaseTold;
import io.bihuan.reporting.testing.Activity.SiteTold;
import io.bihuan.reporting.testing.Activity.TrainingTold;
import io.bihuan.reporting.testing.Activity.UnitTold;
import io.bihuan.reporting.testing.Asked;
import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reads the worked example of what is inspected and taught off {@code docs/measures.md} and lets the service compute it. */
@QuarkusTest
class ActivityPageTest extends RealPartsTest {

    private static final Path PAGE = Path.of("../docs/measures.md");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern EXAMPLE =
            Pattern.compile("### (Coverage|Trainings|Campaign|National form) .*as of (.*)");
    private static final Map<String, String> PATHS =
            Map.of("Coverage", "coverage", "Trainings", "trainings", "National form", "national-form");

    private final String district = Kept.freshDistrict();
    private final String campaign = "C-" + district;
    private final Map<String, String> kinds = new HashMap<>();

    @Test
    void everyWorkedExampleOfWhatIsInspectedAndTaughtComesOutOfTheService() throws IOException {
        List<String> page = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("# What is inspected and taught"))
                .toList();
        tellTheExample(page);
        Map<Matcher, List<List<String>>> examples = examples(page);
        assertThat(examples).hasSize(6);
        examples.forEach((example, rows) -> {
            if (example.group(1).equals("Campaign")) {
                JsonNode report = Asked.of("campaigns/" + campaign, "asOf", instant(example.group(2)));
                compare(rows, 3, report.required("inAll").required("total"));
                compare(rows, 4, report.at("/phases/0/total"));
                compare(rows, 5, report.at("/phases/1/total"));
                assertThat(report.at("/campaign/phase").asText()).isEqualTo("RECTIFY_TOGETHER");
            } else {
                JsonNode report = Asked.of(
                        String.valueOf(PATHS.get(example.group(1))),
                        "parent",
                        district,
                        "from",
                        "2026-05-01",
                        "to",
                        "2026-05-31",
                        "asOf",
                        instant(example.group(2)));
                compare(rows, rows.get(0).size() - 1, report.required("total"));
            }
        });
    }

    private static void compare(List<List<String>> rows, int column, JsonNode total) {
        Map<String, String> expected = new LinkedHashMap<>();
        rows.forEach(row ->
                expected.put(row.get(0).split("`", -1)[1], row.get(column).replace("—", "null")));
        Map<String, String> answered = Asked.written(total);
        answered.keySet().removeIf(measure -> measure.contains("."));
        assertThat(answered).as(rows.toString()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private void tellTheExample(List<String> page) {
        List<UnitTold> units = versions(
                rows(page, "unit's file"),
                (row, version) -> new UnitTold(
                        district + row.get(0), version, district, row.get(2).equals("open"), at(row.get(1))));
        List<SiteTold> sites = versions(
                rows(page, "site's file"),
                (row, version) -> new SiteTold(
                        district + row.get(0),
                        version,
                        row.get(2),
                        district,
                        row.get(3).equals("none") ? null : district + row.get(3),
                        row.get(4).equals("open"),
                        at(row.get(1))));
        sites.forEach(site -> kinds.put(site.code(), site.kind()));
        List<InspectionTold> inspections = rows(page, "inspection", this::inspection);
        List<TrainingTold> trainings = rows(page, "training", this::training);
        List<Life> hazards = rows(page, "hazard", this::hazard);
        CampaignTold plan = new CampaignTold(
                campaign,
                1,
                List.of(district),
                List.of("RESTAURANT"),
                "1",
                "0.5",
                List.of(
                        new PhaseTold("SELF_CHECK", "2026-05-01", "2026-05-09"),
                        new PhaseTold("RECTIFY_TOGETHER", "2026-05-10", "2026-05-31")));
        topics.send(units.stream().map(UnitTold::event).toList());
        topics.send(sites.stream().map(SiteTold::event).toList());
        topics.send(inspections.stream().map(InspectionTold::event).toList());
        topics.send(trainings.stream().flatMap(told -> told.events().stream()).toList());
        topics.send(plan.event());
        tell(hazards);
        kept.awaitUnits(units);
        kept.awaitSites(sites);
        kept.awaitInspections(inspections);
        kept.awaitTrainings(trainings);
        kept.awaitCampaign(campaign, 1);
    }

    private InspectionTold inspection(List<String> row) {
        return new InspectionTold(
                UUID.randomUUID(),
                district + row.get(2),
                String.valueOf(kinds.get(district + row.get(2))),
                district,
                under(row.get(7)),
                Integer.parseInt(row.get(3)),
                Integer.parseInt(row.get(4)),
                Integer.parseInt(row.get(5)),
                Integer.parseInt(row.get(6)),
                at(row.get(1)));
    }

    private TrainingTold training(List<String> row) {
        return new TrainingTold(
                UUID.randomUUID(),
                district,
                row.get(2),
                Integer.parseInt(row.get(3)),
                under(row.get(5)),
                at(row.get(1)),
                row.get(4).equals("never") ? null : at(row.get(4)));
    }

    private Life hazard(List<String> row) {
        Life life = Life.in(district)
                .being(row.get(1), "COMMERCIAL_USE", "INSPECTION")
                .under(under(row.get(9)))
                .ordering(
                        row.get(4).equals("none") ? null : row.get(4),
                        row.get(5).equals("yes"),
                        row.get(6).equals("yes"))
                .found(instant(row.get(2)))
                .assigned(instant(row.get(3)), "2026-07-01T00:00:00Z");
        if (!row.get(7).equals("never")) {
            life.rectified(instant(row.get(7)));
        }
        if (!row.get(8).equals("never")) {
            life.closed(instant(row.get(8)));
        }
        return life;
    }

    private @Nullable String under(String cell) {
        return cell.equals("C") ? campaign : null;
    }

    private interface Version<T> {
        T of(List<String> row, int version);
    }

    /** The versions of files; each file's count from 1. */
    private static <T> List<T> versions(List<List<String>> rows, Version<T> told) {
        Map<String, Integer> versions = new HashMap<>();
        return rows.stream()
                .map(row -> told.of(row, versions.merge(row.get(0), 1, Integer::sum)))
                .toList();
    }

    private static <T> List<T> rows(List<String> page, String table, Function<List<String>, T> told) {
        return rows(page, table).stream().map(told).toList();
    }

    /** The rows of the table whose first column is called so. */
    private static List<List<String>> rows(List<String> page, String table) {
        List<List<String>> rows = page.stream()
                .dropWhile(line -> !line.startsWith("| " + table + " |"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(ActivityPageTest::cells)
                .toList();
        assertThat(rows).as(table).isNotEmpty();
        return rows;
    }

    private static Map<Matcher, List<List<String>>> examples(List<String> page) {
        Map<Matcher, List<List<String>>> examples = new LinkedHashMap<>();
        List<List<String>> current = new ArrayList<>();
        for (String line : page) {
            Matcher example = EXAMPLE.matcher(line);
            if (example.matches()) {
                current = new ArrayList<>();
                examples.put(example, current);
            } else if (line.startsWith("| `")) {
                current.add(cells(line));
            }
        }
        return examples;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.substring(1, line.length() - 1).split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local.replace(' ', 'T')).atZone(ZONE).toInstant();
    }

    private static String instant(String local) {
        return at(local).toString();
    }
}
