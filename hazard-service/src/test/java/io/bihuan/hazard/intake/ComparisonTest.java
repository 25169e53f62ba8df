package io.bihuan.hazard.intake;

import static io.bihuan.hazard.intake.Ledgers.HEADER;
import static io.bihuan.hazard.intake.Ledgers.ROW;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.bihuan.access.Person;
import io.bihuan.access.Role;
import io.bihuan.access.Scope;
import io.bihuan.hazard.SettableClock;
import io.bihuan.hazard.intake.Progress.RowError;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger that comes again is held against a life that has gone on here meanwhile. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class ComparisonTest {

    private static final Person OFFICE = new Person("office", "市专班办公室", Set.of(Role.OFFICE), List.of("63"), null);

    private static final String ASSIGNED = ROW.replace(",2026-05-08,已安装,2026-05-09", ",,,");
    private static final String RETURNED = """
            ledger: %s
            dates: {patterns: [yyyy-MM-dd], zone: Asia/Shanghai}
            found:
              at: 发现
              externalNumber: 编号
              districtCode: {value: "630102"}
              grade: {value: GENERAL}
              category: {value: COMMERCIAL_USE}
              source: {value: INSPECTION}
              description: {value: 未装报警器}
              unit: {name: {value: 某餐馆}}
            life:
              column: 状态
              codes: {退回: [assigned, rectified, returned], 销号: [assigned, rectified, closed]}
            steps:
              assigned: {at: 发现}
              rectified: {at: 整改, description: {value: 已安装}}
              returned: {at: 复查, reason: {value: 不合格}}
              closed: {at: 复查, opinion: {value: 合格}}
            """;

    @Inject
    Imports imports;

    @Inject
    Clerk clerk;

    @Inject
    Hazards hazards;

    @Inject
    Scheduler scheduler;

    @Inject
    SettableClock clock;

    @BeforeEach
    void onlyTheTestWorks() {
        clock.reset();
        clock.advance(Duration.ofDays(30));
        scheduler.pause("imports");
    }

    @AfterEach
    void workAgain() {
        scheduler.resume("imports");
    }

    @Test
    void stepsThatALedgerDoesNotKnowAreNoContradiction() {
        imported("stepped", ASSIGNED);
        String id = hazard("stepped");
        step(id, "regrading", "{\"grade\": \"GENERAL\", \"reason\": \"影响范围小\"}");
        step(id, "supervision", "{\"level\": \"DISTRICT\", \"documentNumber\": \"督〔2026〕1号\"}");

        assertThat(imported("stepped", ASSIGNED).unchanged()).isEqualTo(1);

        step(id, "rectification", "{\"description\": \"已安装\"}");
        step(id, "return", "{\"reason\": \"高度不符\", \"withinDays\": 3}");
        assertThat(imported("stepped", ASSIGNED).unchanged())
                .as("the ledger knows less")
                .isEqualTo(1);
        Progress contradicting = imported("stepped", ROW);
        assertThat(contradicting.errors()).extracting(RowError::field).contains("rectified.at");
    }

    @Test
    void aLaterRectificationAfterAReturnIsNews() {
        imported("returned", RETURNED, "编号,发现,状态,整改,复查\n1,2026-05-03,退回,2026-05-05,2026-05-06\n");
        Progress newer = imported("returned", RETURNED, "编号,发现,状态,整改,复查\n1,2026-05-03,销号,2026-05-08,2026-05-09\n");

        assertThat(newer.errors()).isEmpty();
        assertThat(newer.updated()).isEqualTo(1);
        given().get("/api/hazards/" + hazard("returned") + "/history").then().body("items.size()", is(6));
        assertThat(imported("returned", RETURNED, "编号,发现,状态,整改,复查\n1,2026-05-03,销号,2026-05-08,2026-05-09\n")
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void aRowMayNameASiteOnFileWhichSaysTheRest() {
        given().contentType(ContentType.JSON)
                .body("""
                        {"code": "DW-LEDGER", "name": "某火锅店", "kind": "RESTAURANT", "districtCode": "630102"}""")
                .put("/api/units/DW-LEDGER")
                .then()
                .statusCode(201);
        given().contentType(ContentType.JSON)
                .body("""
                        {"code": "JC-LEDGER", "name": "某火锅店后厨", "kind": "RESTAURANT", "districtCode": "630102", "unitCode": "DW-LEDGER",
                         "address": "某路 1 号", "location": {"lat": 36.6, "lon": 101.8}}""")
                .put("/api/sites/JC-LEDGER")
                .then()
                .statusCode(201);
        String mapping = RETURNED.replace("unit: {name: {value: 某餐馆}}", "site: 对象\n  unit: {name: 单位}")
                .replace("life:", "life: {column: 状态, codes: {发现: []}}\nignored:")
                .replaceAll("(?s)ignored:.*", "");
        String rows = "编号,发现,状态,对象,单位\n1,2026-05-03,发现,JC-LEDGER,\n2,2026-05-03,发现,NOWHERE,\n";

        Progress first = imported("placed", mapping, rows);
        assertThat(first.created()).isEqualTo(1);
        assertThat(first.errors()).extracting(RowError::field).containsExactly("site");
        given().get("/api/hazards/" + hazard("placed"))
                .then()
                .body("siteName", is("某火锅店后厨"), "address", is("某路 1 号"), "unit.code", is("DW-LEDGER"));
        given().get("/api/sites/JC-LEDGER/file").then().body("hazards.open.size()", is(1));

        assertThat(imported("placed", mapping, rows).unchanged()).isEqualTo(1);
        assertThat(imported("placed", mapping, rows.replace("JC-LEDGER,", "JC-LEDGER,另一家"))
                        .errors())
                .extracting(RowError::field)
                .contains("unit.name");
    }

    private Progress imported(String ledger, String row) {
        return imported(ledger, Ledgers.BY_DATES.replace("城东台账", "%s"), HEADER + "\n" + row + "\n");
    }

    private Progress imported(String ledger, String mapping, String file) {
        clerk.work();
        var id = imports.check(Ledgers.bytes(file), mapping.formatted("compared-" + ledger))
                .submit(OFFICE, Scope.EVERYWHERE)
                .id();
        clerk.work();
        return imports.progress(id, OFFICE);
    }

    private String hazard(String ledger) {
        return hazards.find("ledger", "compared-" + ledger)
                .firstResultOptional()
                .orElseThrow()
                .id()
                .toString();
    }

    private static void step(String id, String action, String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/hazards/" + id + "/" + action)
                .then()
                .statusCode(200);
    }
}
