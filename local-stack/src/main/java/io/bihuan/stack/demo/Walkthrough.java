package io.bihuan.stack.demo;

import io.bihuan.stack.StackPorts;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.LedgerImport;
import io.bihuan.stack.client.Tokens;
import io.bihuan.stack.client.UnexpectedException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Imports the sample ledger, enters who is to be told, then walks one hazard of a restaurant through its life. Every step is checked: the answer,
 * the event's type and version, the SMS, and that the figures of its unit in the district move by exactly what the step means.
 */
public final class Walkthrough {

    private static final int SAMPLE_ROWS = 100;

    private final StackPorts ports;
    private final Path samples;
    private final Page page;

    /**
     * @param samples the directory of the sample ledger and its mapping
     * @param page what happens is told there
     */
    public Walkthrough(StackPorts ports, Path samples, Page page) {
        this.ports = ports;
        this.samples = samples;
        this.page = page;
    }

    /**
     * Takes every step.
     *
     * @throws UnexpectedException as soon as anything comes otherwise than it should
     */
    public void run() throws IOException {
        var tokens = Tokens.from(ports.identity());
        importLedger(new Api(ports.hazard()).as(() -> tokens.of("admin")));
        // A supervisor enters those of units that have hazards in his districts; the restaurant has none yet.
        new DistrictContacts(new Api(ports.notification()).as(() -> tokens.of("admin")), page).enter();
        try (var events = new HazardEvents(ports.kafka())) {
            new RestaurantHazard(ports, tokens, events, page).live();
        }
    }

    private void importLedger(Api hazards) throws IOException {
        page.heading("台账导入 A real ledger is imported");
        int before = count(hazards);
        var done = LedgerImport.of(
                hazards,
                samples.resolve("hpd-violations.csv"),
                samples.resolve("hpd-violations.mapping.yaml"),
                progress -> {});
        page.line("call", "POST /api/imports hpd-violations.csv → " + done);
        expect("rows of the sample ledger", SAMPLE_ROWS, done.rows());
        expect("rows that could not be used", 0, done.failed());
        expect("rows that were created, or known and unchanged", SAMPLE_ROWS, done.created() + done.unchanged());
        int after = count(hazards);
        expect("hazards after the import", before + done.created(), after);
        page.line(
                "hazards",
                before + " → " + after + (done.created() == 0 ? ", nothing changed by importing again" : ""));
    }

    private static int count(Api hazards) {
        int counted = 0;
        var cursor = "";
        do {
            var list = hazards.get("/api/hazards?limit=500" + cursor);
            if (list.status() != 200) {
                throw new UnexpectedException("GET /api/hazards", "200 OK", list.toString());
            }
            counted += list.body().path("items").size();
            var next = list.body().path("nextCursor");
            cursor = next.isTextual() ? "&cursor=" + Api.encoded(next.asText()) : "";
        } while (!cursor.isEmpty());
        return counted;
    }

    private static void expect(String what, int expected, int came) {
        if (expected != came) {
            throw new UnexpectedException(what, "" + expected, "" + came);
        }
    }
}
