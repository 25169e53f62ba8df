package io.bihuan.hazard.proof;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.bihuan.hazard.SettableClock;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a verification says of a history that somebody with all rights of the database's owner has changed. Each test begins
 * with a hazard that took five steps on 4 May, which is sealed, and another that took five on 5 May, which is not.
 */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class ProofTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    SettableClock clock;

    @Inject
    Sealing sealing;

    @SuppressWarnings("NullAway.Init") // before each test
    private Told sealed;

    @SuppressWarnings("NullAway.Init") // before each test
    private Told unsealed;

    /** A hazard by its id and number. */
    private record Told(String id, String number) {

        String row(int version) {
            return " where key = '" + id + "' and version = " + version;
        }
    }

    @BeforeEach
    void twoLivesAndThreeSeals() throws SQLException {
        clock.reset();
        Owner.clearsAway();
        clock.advance(Duration.ofDays(1));
        seal("2026-05-03");
        sealed = life();
        clock.advance(Duration.ofDays(1));
        seal("2026-05-04");
        unsealed = life();
    }

    @AfterEach
    void backToTheBeginning() {
        clock.reset();
    }

    @Test
    void aHistoryThatNobodyTouchedGivesNoFinding() {
        JsonPath verification = verified();
        assertThat(verification.getList("findings")).isEmpty();
        assertThat(verification.getList("remarks")).isEmpty();
        assertThat(verification.getInt("wrong")).isZero();
        assertThat(verification.getInt("rows")).isGreaterThan(10);
        assertThat(verification.getInt("seals")).isEqualTo(2);
        assertThat(verification.getInt("unsealed")).isGreaterThanOrEqualTo(5);
    }

    @Test
    void whatIsRecordedMeanwhileIsNoFinding() {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                life();
            }
        });
        IntStream.range(0, 5)
                .forEach(i -> assertThat(verified().getList("findings")).isEmpty());
        enough.set(true);
        meanwhile.join();
    }

    @Test
    void aRowWhoseTextWasChangedIsNamedInBothLanguages() throws SQLException {
        try (Owner owner = Owner.enters()) {
            owner.does("update history set data = replace(data, '软管', '阀门')" + sealed.row(1));

            Response verification = verification(Map.of());
            assertThat(found(verification.jsonPath()))
                    .containsExactly("ROW_CHANGED hazard " + sealed.number() + " 1 null");
            assertThat(message(verification, "zh-CN")).contains(sealed.number(), "第 1 步", "被改动");
            assertThat(message(verification, "en")).contains(sealed.number(), "step 1", "was changed");
        }
    }

    @Test
    void everyColumnThatWasChangedIsFound() throws SQLException {
        Map<String, String> changes = Map.ofEntries(
                Map.entry("id", "gen_random_uuid()"),
                Map.entry("type", "'hazard.closed'"),
                Map.entry("at", "at - interval '1 microsecond'"),
                Map.entry("recorded_at", "recorded_at + interval '1 day'"),
                Map.entry("by", "'别人'"),
                Map.entry("subject", "'630102-2026-9999999'"),
                Map.entry("data", "replace(data, '2026', '2025')"),
                Map.entry("previous_hash", "repeat('0', 64)"),
                Map.entry("hash", "repeat('0', 64)"),
                Map.entry("specversion", "'1.1'"),
                Map.entry("version", "77"),
                Map.entry("stream", "'site'"),
                Map.entry("key", "'inserted'"));
        for (Map.Entry<String, String> change : changes.entrySet()) {
            try (Owner owner = Owner.enters()) {
                String column = change.getKey();
                String seq = owner.reads("select seq from history" + unsealed.row(3));
                owner.does("update history set %s = %s where seq = %s".formatted(column, change.getValue(), seq));
                assertThat(verified().getList("findings", Map.class)).as(column).anySatisfy(finding -> assertThat(
                                String.valueOf(finding.get("seq")))
                        .isEqualTo(seq));
            }
        }
    }

    @Test
    void aColumnThatDiffersFromTheDataIsNamedWithBoth() throws SQLException {
        try (Owner owner = Owner.enters()) {
            owner.does("update history set by = '别人'" + unsealed.row(5));

            Response verification = verification(Map.of());
            assertThat(found(verification.jsonPath()))
                    .containsExactly("COLUMN_CHANGED hazard " + unsealed.number() + " 5 null");
            assertThat(message(verification, "en")).contains("by", "别人", "检查人员乙");
        }
    }

    @Test
    void aRowMovedToAnotherPlaceOfTheTableIsFoundByTheSealOfItsDay() throws SQLException {
        try (Owner owner = Owner.enters()) {
            long seq = Long.parseLong(owner.reads("select seq from history" + sealed.row(2)));
            owner.does("alter table history alter column seq set generated by default");
            owner.does("update history set seq = -1 where seq = " + seq);
            owner.does("update history set seq = " + seq + sealed.row(4));
            owner.does("alter table history alter column seq set generated always");

            assertThat(found(verified())).contains("SEALED_ROWS_DIFFER null null null 2026-05-04");
        }
    }

    @Test
    void aRowDeletedFromTheMiddleOfAChainIsMissed() throws SQLException {
        try (Owner owner = Owner.enters()) {
            owner.does("delete from history" + unsealed.row(3));

            Response verification = verification(Map.of());
            assertThat(found(verification.jsonPath()))
                    .containsExactly("ROWS_MISSING hazard " + unsealed.number() + " 4 null");
            assertThat(message(verification, "en")).contains("steps 3 to 3 are gone");
        }
    }

    @Test
    void theFirstRowOfAChainThatWasDeletedIsMissed() throws SQLException {
        try (Owner owner = Owner.enters()) {
            owner.does("delete from history" + unsealed.row(1));

            assertThat(found(verified())).containsExactly("ROWS_MISSING hazard " + unsealed.number() + " 2 null");
        }
    }

    @Test
    void theLastRowOfAChainThatWasDeletedIsMissed() throws SQLException {
        try (Owner owner = Owner.enters()) {
            owner.does("delete from history" + unsealed.row(5));

            Response verification = verification(Map.of());
            assertThat(found(verification.jsonPath()))
                    .containsExactly("LAST_ROWS_MISSING hazard " + unsealed.number() + " null null");
            assertThat(message(verification, "zh-CN")).contains("第 5 至第 5 步");
        }
    }

    @Test
    void aLastRowThatWasDeletedTogetherWithItsTraceInTheHazardIsFoundByTheSealOfItsDay() throws SQLException {
        try (Owner owner = Owner.enters()) {
            String seq = owner.reads("select seq from history" + sealed.row(5));
            owner.does("delete from history" + sealed.row(5));
            owner.does("update hazard set version = 4, hash = (select hash from history" + sealed.row(4) + ")"
                    + " where id = '" + sealed.id() + "'");

            Response verification = verification(Map.of());
            assertThat(found(verification.jsonPath())).containsExactly("SEALED_ROWS_DIFFER null null null 2026-05-04");
            assertThat(message(verification, "en")).contains("5 were sealed, 4 are there", "without a row: " + seq);
        }
    }

    @Test
    void aWholeChainThatWasDeletedIsMissed() throws SQLException {
        try (Owner owner = Owner.enters()) {
            owner.does("delete from history where key = '" + unsealed.id() + "'");

            assertThat(found(verified())).containsExactly("CHAIN_MISSING hazard " + unsealed.number() + " null null");
        }
    }

    @Test
    void aWholeChainThatWasDeletedWithItsSubjectIsFoundByTheSealOfItsDay() throws SQLException {
        String training = training();
        clock.advance(Duration.ofDays(1));
        seal("2026-05-05");
        try (Owner owner = Owner.enters()) {
            owner.does("delete from history where key = '" + training + "'");
            owner.does("delete from training where id = '" + training + "'");

            assertThat(found(verified())).containsExactly("SEALED_ROWS_DIFFER null null null 2026-05-05");
        }
    }

    @Test
    void aSubjectThatWasDeletedAloneIsMissed() throws SQLException {
        String training = training();
        try (Owner owner = Owner.enters()) {
            owner.does("delete from training where id = '" + training + "'");

            assertThat(found(verified())).containsExactly("SUBJECT_MISSING training 培训封存 null null");
        }
    }

    @Test
    void aRowInsertedAtTheEndOfAChainIsOneTooMany() throws SQLException {
        try (Owner owner = Owner.enters()) {
            insert(owner, unsealed, 6, "hazard.reopened");

            assertThat(found(verified())).containsExactly("ROWS_ADDED hazard " + unsealed.number() + " 6 null");
        }
    }

    @Test
    void aRowInsertedInTheMiddleBreaksTheChain() throws SQLException {
        try (Owner owner = Owner.enters()) {
            for (int version = 5; version >= 3; version--) {
                owner.does("update history set version = %d, data = replace(data, '\"version\":%d', '\"version\":%d')"
                                .formatted(version + 1, version, version + 1)
                        + unsealed.row(version));
            }
            insert(owner, unsealed, 3, "hazard.returned");

            assertThat(found(verified()))
                    .contains(
                            "ROW_CHANGED hazard " + unsealed.number() + " 4 null",
                            "CHAIN_BROKEN hazard " + unsealed.number() + " 4 null",
                            "ROWS_ADDED hazard " + unsealed.number() + " 6 null");
        }
    }

    @Test
    void aRowInsertedIntoASealedDayWithEverythingRecomputedIsFoundByItsSeal() throws SQLException {
        try (Owner owner = Owner.enters()) {
            String through = owner.reads("select through_seq from seal where day = '2026-05-04'");
            owner.does("delete from history where seq = " + through);
            insert(owner, sealed, 5, "hazard.voided");
            owner.does("alter table history alter column seq set generated by default");
            owner.does("update history set seq = " + through + sealed.row(5));
            owner.does("alter table history alter column seq set generated always");
            owner.recomputes(sealed.id(), 5);

            assertThat(found(verified())).containsExactly("SEALED_ROWS_DIFFER null null null 2026-05-04");
        }
    }

    @Test
    void rowsWhoseVersionsWereSwappedAreFound() throws SQLException {
        try (Owner owner = Owner.enters()) {
            swap(owner, unsealed, false);

            assertThat(found(verified()))
                    .contains(
                            "COLUMN_CHANGED hazard " + unsealed.number() + " 2 null",
                            "COLUMN_CHANGED hazard " + unsealed.number() + " 3 null",
                            "CHAIN_BROKEN hazard " + unsealed.number() + " 2 null");
        }
    }

    @Test
    void rowsThatWereSwappedWithAllHashesRecomputedAreFoundByTheSealOfTheirDay() throws SQLException {
        try (Owner owner = Owner.enters()) {
            swap(owner, sealed, true);
            owner.recomputes(sealed.id(), 2);

            assertThat(found(verified())).containsExactly("SEALED_ROWS_DIFFER null null null 2026-05-04");
        }
    }

    @Test
    void aChangeWithAllHashesRecomputedIsFoundByTheSealOfItsDay() throws SQLException {
        try (Owner owner = Owner.enters()) {
            owner.does("update history set data = replace(data, '软管', '阀门')" + sealed.row(1));
            owner.recomputes(sealed.id(), 1);

            Response verification = verification(Map.of());
            assertThat(found(verification.jsonPath())).containsExactly("SEALED_ROWS_DIFFER null null null 2026-05-04");
            assertThat(message(verification, "zh-CN")).contains("2026-05-04", "封存 5 行，现有 5 行");
        }
    }

    @Test
    void aSubjectThatWasSetBackIsFound() throws SQLException {
        try (Owner owner = Owner.enters()) {
            owner.does("update hazard set hash = repeat('0', 64) where id = '" + unsealed.id() + "'");
            owner.does("update hazard set version = 4 where id = '" + sealed.id() + "'");

            assertThat(found(verified()))
                    .containsExactlyInAnyOrder(
                            "SUBJECT_DIFFERS hazard " + unsealed.number() + " 5 null",
                            "ROWS_ADDED hazard " + sealed.number() + " 5 null");
        }
    }

    @Test
    void aSealThatWasChangedIsNamed() throws SQLException {
        try (Owner owner = Owner.enters()) {
            owner.does("update seal set row_count = row_count + 1 where day = '2026-05-03'");

            Response verification = verification(Map.of());
            assertThat(found(verification.jsonPath())).containsExactly("SEAL_CHANGED null null null 2026-05-03");
            assertThat(message(verification, "zh-CN")).isEqualTo("2026-05-03 的日封存被改动：内容与其哈希值不符");
            assertThat(message(verification, "en")).startsWith("the seal of 2026-05-03 was changed");
        }
    }

    @Test
    void aSealThatWasDeletedIsMissedWhicheverItIs() throws SQLException {
        clock.advance(Duration.ofDays(1));
        seal("2026-05-05");
        for (String day : List.of("2026-05-03", "2026-05-04", "2026-05-05")) {
            try (Owner owner = Owner.enters()) {
                owner.does("delete from seal where day = '" + day + "'");

                assertThat(found(verified())).containsExactly("SEALS_MISSING null null null " + day);
            }
        }
    }

    @Test
    void aDeletedSealIsNotMadeAgainAndSealingGoesOn() throws SQLException {
        try (Owner owner = Owner.enters()) {
            owner.does("delete from seal where day = '2026-05-04'");
            clock.advance(Duration.ofDays(1));
            seal("2026-05-05");

            assertThat(found(verified())).containsExactly("SEALS_MISSING null null null 2026-05-04");
        }
    }

    @Test
    void aSealThatWasMadeAnewIsFoundByThoseThatWereKeptElsewhere() throws SQLException {
        List<Map<String, Object>> kept =
                given().get("/api/history/seals").jsonPath().getList("items");
        assertThat(found(verification(Map.of("seals", kept)).jsonPath())).isEmpty();
        try (Owner owner = Owner.enters()) {
            owner.does("update history set data = replace(data, '软管', '阀门')" + sealed.row(1));
            owner.recomputes(sealed.id(), 1);
            owner.does("delete from seal where day = '2026-05-04'");
            owner.does("update seal_head set (day, through_seq, hash) ="
                    + " (select day, through_seq, hash from seal where day = '2026-05-03')");
            seal("2026-05-04");

            assertThat(found(verified()))
                    .as("who owns the database can deceive it")
                    .isEmpty();
            Response verification = verification(Map.of("seals", kept));
            assertThat(found(verification.jsonPath())).containsExactly("KEPT_SEAL_DIFFERS null null null 2026-05-04");
            assertThat(message(verification, "en"))
                    .contains("kept " + kept.get(1).get("hash"));

            owner.does("delete from seal");
            owner.does("update seal_head set day = null, through_seq = 0, hash = ''");
            assertThat(found(verification(Map.of("seals", kept)).jsonPath()))
                    .containsExactly(
                            "KEPT_SEAL_MISSING null null null 2026-05-03",
                            "KEPT_SEAL_MISSING null null null 2026-05-04");
        }
    }

    @Test
    void aStepThatIsRecordedAfterTheSealOfItsDayIsInTheNextAndOnlyRemarkedOn() {
        clock.advance(Duration.ofDays(-1));
        life();
        clock.advance(Duration.ofDays(2));
        seal("2026-05-05");

        Response verification = verification(Map.of());
        assertThat(found(verification.jsonPath())).isEmpty();
        assertThat(verification.jsonPath().getList("remarks.kind")).containsExactly("ROWS_LATE");
        assertThat(verification.jsonPath().getString("remarks[0].day")).isEqualTo("2026-05-05");
        assertThat(verification.jsonPath().getString("remarks[0].message")).contains("5 行");
    }

    @Test
    void aSealWaitsForAStepThatIsBeingRecorded() throws SQLException {
        try (Connection recording = Owner.connect();
                Statement insert = recording.createStatement()) {
            recording.setAutoCommit(false);
            insert.executeUpdate("insert into history (id, stream, key, subject, version, type, at, recorded_at, data,"
                    + " previous_hash, hash) values (gen_random_uuid(), 'training', 'being recorded', 's', 1, 't', now(),"
                    + " '2026-05-05 10:00+08', '{}', '', '')");
            clock.advance(Duration.ofDays(1));
            CompletableFuture<Void> sealing = CompletableFuture.runAsync(this::sealOnce);
            await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> !sealing.isDone());
            assertThat(lastSeal()).isEqualTo("2026-05-04");
            recording.rollback();
            sealing.join();
        }
        seal("2026-05-05");
        assertThat(found(verified())).isEmpty();
    }

    @Test
    void aDayWithoutRowsIsSealedTooAndMissedDaysAreMadeUpFor() {
        clock.advance(Duration.ofDays(4));
        seal("2026-05-08");

        List<Map<String, Object>> seals =
                given().get("/api/history/seals").jsonPath().getList("items");
        assertThat(seals)
                .extracting(seal -> seal.get("day"))
                .containsExactly("2026-05-03", "2026-05-04", "2026-05-05", "2026-05-06", "2026-05-07", "2026-05-08");
        assertThat(seals.subList(1, 6)).extracting(seal -> seal.get("rows")).containsExactly(5, 5, 0, 0, 0);
        assertThat(found(verified())).isEmpty();
    }

    @Test
    void sealsAreListedByPageAndNeedNotBeReadTwice() {
        Response first = given().get("/api/history/seals?limit=1");
        first.then().statusCode(200).body("items.day", contains("2026-05-03")).body("nextCursor", is("2026-05-03"));
        given().get("/api/history/seals?limit=1&cursor=2026-05-03")
                .then()
                .body("items.day", contains("2026-05-04"))
                .body("items[0].previousHash", is(first.<String>path("items[0].hash")))
                .body("nextCursor", is((Object) null));
        given().header("If-None-Match", first.header("ETag"))
                .get("/api/history/seals?limit=1")
                .then()
                .statusCode(304);
        for (String cursor : List.of("yesterday", "+100000-01-01", "2026-02-30")) {
            given().queryParam("cursor", cursor)
                    .get("/api/history/seals")
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("cursor"));
        }
    }

    @Test
    void aVerificationThatCannotBeIsRefusedByField() {
        given().get("/api/history/verifications/999999999").then().statusCode(404);
        given().contentType(ContentType.JSON)
                .body("""
                        {"seals": [{"day": "2026-05-03", "after": 0, "through": 1, "rows": 1, "rowsHash": "a",
                                    "sealedAt": "2026-05-03T16:05:00Z", "previousHash": "", "hash": "no hash"}]}""")
                .post("/api/history/verifications")
                .then()
                .statusCode(400)
                .body("violations.field", contains("seals[0].hash"));
    }

    private static void insert(Owner owner, Told hazard, int version, String type) throws SQLException {
        owner.does("""
                insert into history (id, stream, key, subject, version, type, at, recorded_at, by, data, previous_hash, hash)
                select gen_random_uuid(), stream, key, subject, %d, '%s', at, recorded_at, by,
                       regexp_replace(data, '"version":\\d+', '"version":%d'), hash, hash
                  from history %s""".formatted(version, type, version, hazard.row(version - 1)));
        owner.hashes(hazard.id(), version);
    }

    /** Step 2 in the place of step 3, and the other way round. */
    private static void swap(Owner owner, Told hazard, boolean inTheDataToo) throws SQLException {
        for (int[] move : new int[][] {{2, 99}, {3, 2}, {99, 3}}) {
            owner.does("update history set version = " + move[1]
                    + (inTheDataToo
                            ? ", data = regexp_replace(data, '\"version\":\\d+', '\"version\":" + move[1] + "')"
                            : "")
                    + hazard.row(move[0]));
        }
    }

    private void seal(String day) {
        await().atMost(PATIENCE).until(() -> {
            sealOnce();
            return day.equals(lastSeal());
        });
    }

    private void sealOnce() {
        try {
            sealing.sealWhatIsOver();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lastSeal() {
        List<String> days =
                given().get("/api/history/seals?limit=500").jsonPath().getList("items.day");
        return days.isEmpty() ? "" : days.get(days.size() - 1);
    }

    /** What was found: kind, stream, number, version, day. */
    private static List<String> found(JsonPath verification) {
        return verification.getList("findings", Map.class).stream()
                .map(finding -> "%s %s %s %s %s"
                        .formatted(
                                finding.get("kind"),
                                finding.get("stream"),
                                finding.get("number"),
                                finding.get("version"),
                                finding.get("day")))
                .toList();
    }

    private static String message(Response verification, String language) {
        return given().header("Accept-Language", language)
                .get("/api/history/verifications/" + verification.jsonPath().getLong("id"))
                .path("findings[0].message");
    }

    private static JsonPath verified() {
        return verification(Map.of()).jsonPath();
    }

    private static Response verification(Map<String, ?> body) {
        Response started = given().contentType(ContentType.JSON).body(body).post("/api/history/verifications");
        started.then().statusCode(202);
        String path = Objects.requireNonNull(started.header("Location"));
        Response ended = await().atMost(PATIENCE)
                .until(() -> given().get(path), state -> !"RUNNING".equals(state.path("state")));
        assertThat(ended.<String>path("state")).as(ended.asString()).isEqualTo("DONE");
        return ended;
    }

    private static String training() {
        return post("/api/trainings", """
                {"topic": "培训封存", "heldAt": "2026-05-05T01:00:00Z", "districtCode": "630102", "audience": "RESIDENTS",
                 "people": 5}""").path("id");
    }

    /** Found, assigned, rectified, returned, rectified again: five steps. */
    private static Told life() {
        Response found = post("/api/hazards", """
                {"districtCode": "630106", "grade": "GENERAL", "category": "COMMERCIAL_USE", "source": "INSPECTION",
                 "description": "后厨连接软管老化", "foundBy": "检查人员甲", "unit": {"name": "湟中区某餐馆"}}""");
        String path = "/api/hazards/" + found.path("id");
        post(path + "/assignment", """
                {"unit": {"name": "湟中区某餐馆"}, "responsible": {"name": "餐馆负责人", "phone": "13900000000"},
                 "measures": "更换软管"}""");
        post(path + "/rectification", """
                {"description": "已更换", "rectifiedBy": "餐馆负责人"}""");
        post(path + "/return", """
                {"reason": "接口未固定"}""");
        post(path + "/rectification", """
                {"description": "已固定", "rectifiedBy": "检查人员乙"}""");
        return new Told(found.path("id"), found.path("number"));
    }

    private static Response post(String path, String body) {
        Response answer = given().contentType(ContentType.JSON).body(body).post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
        return answer;
    }
}
