package io.bihuan.stack.season;

import com.fasterxml.jackson.databind.JsonNode;
import io.bihuan.stack.StackPorts;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.LedgerImport;
import io.bihuan.stack.client.Tokens;
import io.bihuan.stack.client.UnexpectedException;
import io.bihuan.stack.client.Upload;
import io.bihuan.stack.client.Waiting;
import io.bihuan.stack.demo.Page;
import io.bihuan.stack.season.Simulated.Which;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Loads a simulated season through the calls that everybody has, and checks that the report by districts says what was loaded. A
 * season that is on record is never loaded again, on whatever day, and one that was cut off goes on where it was: the ledger's
 * largest part comes last, so it is whole once all hazards are found.
 */
public final class Loading {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PROVINCE = "63";
    private static final long SEED = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Api hazards;
    private final Api notifications;
    private final Api reporting;
    private final Tokens tokens;
    private final Page page;
    private final InstantSource clock;

    /** @param page what happens is told there */
    public Loading(StackPorts ports, Page page, InstantSource clock) {
        this.tokens = Tokens.from(ports.identity());
        this.hazards = new Api(ports.hazard());
        this.notifications = new Api(ports.notification()).as(() -> tokens.of("office"));
        this.reporting = new Api(ports.reporting()).as(() -> tokens.of("office"));
        this.page = page;
        this.clock = clock;
    }

    /**
     * Does all of it.
     *
     * @throws UnexpectedException as soon as anything comes otherwise than it should
     */
    public void run() {
        long begun = System.nanoTime();
        var season = season();
        page.heading("模拟采暖季 A simulated heating season: %s to %s, seed %d"
                .formatted(season.first(), season.last(), season.which().seed()));
        page.line("label", "what is simulated begins with " + Simulated.LABEL + ", its number with " + Simulated.CODE);
        if (found(reporting.get(report(season))) >= Season.HAZARDS) {
            page.line("ledger", "on record already, nothing is loaded again");
            return;
        }
        register(season);
        new Contacts(notifications).enter(season.places());
        page.line("visits", inspected(season) + " inspections that found nothing are recorded");
        imported(season);
        page.line("listed", supervised(season) + " major hazards that are still open are listed for supervision 挂牌督办");
        reconciled(season);
        page.line("time", "%.1f s".formatted((System.nanoTime() - begun) / 1e9));
    }

    /** The one on record, or otherwise that of today. */
    Season season() {
        var onFile = new OnFile(as("office"));
        var which = onFile.season()
                .orElseGet(() -> new Which(SEED, clock.instant().atZone(ZONE).toLocalDate()));
        return Season.of(which, onFile.registers());
    }

    private void register(Season season) {
        // First, because it tells on which day the season was begun.
        campaign(season);
        var ledger = new SeasonLedger(season);
        page.line("units", entered("/api/units/import", Upload.of("units.csv", ledger.units())));
        page.line("sites", entered("/api/sites/import", Upload.of("sites.csv", ledger.sites())));
    }

    private void campaign(Season season) {
        var code = season.which().code();
        if (as("office").get("/api/campaigns/" + code).status() == 200) {
            return;
        }
        var added = as("office").post("/api/campaigns", new CampaignPlan(season).body(PROVINCE));
        if (added.status() != 201) {
            throw new UnexpectedException("POST /api/campaigns", "201 Created", added.toString());
        }
    }

    private String entered(String path, Upload sheet) {
        var answer = as("office").upload(path, Map.of("file", sheet));
        if (answer.status() != 200 || answer.body().path("failed").asInt() > 0) {
            throw new UnexpectedException("POST " + path, "200 OK with every row on file", answer.toString());
        }
        return "POST %s → %d rows: %d created, %d unchanged"
                .formatted(
                        path,
                        answer.body().path("rows").asInt(),
                        answer.body().path("created").asInt(),
                        answer.body().path("unchanged").asInt());
    }

    private void imported(Season season) {
        var ledger = new SeasonLedger(season);
        var mapping = Upload.of("season.mapping.yaml", ledger.mapping());
        for (var told : List.of(ledger.upToReturns(), ledger.afterReturns(), ledger.others())) {
            var done = LedgerImport.of(as("office"), Upload.of("season.csv", told), mapping, progress -> {});
            if (done.failed() > 0) {
                throw new UnexpectedException("POST /api/imports", "no row that fails", done + " " + done.errors());
            }
            page.line("ledger", "POST /api/imports → " + done);
        }
    }

    /** A ledger tells of hazards alone; an inspection is recorded once for each site. */
    private int inspected(Season season) {
        var path = "/api/inspections";
        var known = new OnFile(as("inspector"))
                .all(path + "?campaign=" + season.which().code()).stream()
                        .map(inspection -> inspection.path("site").asText())
                        .collect(Collectors.toSet());
        var missing = season.visits().stream()
                .filter(visit -> !known.contains(visit.site().code()))
                .toList();
        for (var visit : missing) {
            var answer = as("inspector").post(path, inspection(visit, season));
            if (answer.status() != 201) {
                throw new UnexpectedException("POST " + path, "201 Created", answer.toString());
            }
        }
        return missing.size();
    }

    private static Map<String, Object> inspection(Visit visit, Season season) {
        var at = visit.at().atZone(ZONE).toInstant().toString();
        return Map.of(
                "site", visit.site().code(),
                "kind", "INSPECTION",
                "inspectors", List.of("检查人员甲", "检查人员乙"),
                "inspectedAt", at,
                "campaign", season.which().code(),
                "signatures",
                        Map.of(
                                "inspector", Map.of("name", "检查人员甲", "signedAt", at),
                                "unit", Map.of("name", Simulated.labelled(Unit.RESPONSIBLE), "signedAt", at)));
    }

    /** A ledger cannot tell of it, so this is done as of today. */
    private int supervised(Season season) {
        var code = season.which().code();
        var unsupervised = new OnFile(as("supervisor"))
                .all("/api/hazards?grade=MAJOR&status=FOUND&status=ASSIGNED&status=RECTIFIED&q=" + code).stream()
                        .filter(hazard -> hazard.path("externalNumber").asText().startsWith(code + "-"))
                        .filter(hazard -> !hazard.path("supervision").isObject())
                        .toList();
        unsupervised.forEach(this::supervise);
        return unsupervised.size();
    }

    private void supervise(JsonNode hazard) {
        var path = "/api/hazards/" + hazard.path("id").asText() + "/supervision";
        var number = hazard.path("externalNumber").asText();
        var answer = as("supervisor")
                .post(path, Map.of("level", "CITY", "documentNumber", Simulated.labelled("督〔" + number + "〕")));
        if (answer.status() != 200) {
            throw new UnexpectedException("POST " + path, "200 OK", answer.toString());
        }
    }

    /** Whatever has happened since, as of the season's end the report says what was loaded. */
    private void reconciled(Season season) {
        var path = report(season);
        var expected = season.tallies();
        var told = Waiting.until(
                PATIENCE, "GET " + path, expected.toString(), () -> reporting.get(path), answer -> tallies(answer)
                        .equals(expected));
        var names = new LinkedHashMap<String, String>();
        told.body()
                .path("items")
                .forEach(item -> names.put(
                        item.path("districtCode").asText(), item.path("name").asText()));
        expected.forEach((district, tally) -> page.line(
                "figures",
                "%s %s: found %d, closed %d".formatted(names.get(district), district, tally.found(), tally.closed())));
        var all = season.tally();
        page.line("figures", "青海省 63: found %d, closed %d, as the ledger says".formatted(all.found(), all.closed()));
    }

    private static String report(Season season) {
        return "/api/reports/districts?parent=%s&campaign=%s&asOf=%s"
                .formatted(PROVINCE, season.which().code(), season.last());
    }

    private static long found(Api.Answer answer) {
        return answer.body().path("total").path("found").asLong();
    }

    private static Map<String, Season.Tally> tallies(Api.Answer answer) {
        var tallies = new TreeMap<String, Season.Tally>();
        answer.body().path("items").forEach(item -> {
            if (item.path("found").asLong() > 0) {
                tallies.put(
                        item.path("districtCode").asText(),
                        new Season.Tally(
                                item.path("found").asLong(), item.path("closed").asLong()));
            }
        });
        return tallies;
    }

    private Api as(String person) {
        return hazards.as(() -> tokens.of(person));
    }
}
