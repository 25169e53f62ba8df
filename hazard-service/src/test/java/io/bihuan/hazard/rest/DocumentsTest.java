package io.bihuan.hazard.rest;

import static io.bihuan.hazard.rest.Calls.step;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.bihuan.hazard.SettableClock;
import io.bihuan.hazard.documents.Docx;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class DocumentsTest {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @Inject
    SettableClock clock;

    @BeforeEach
    void startTheClock() {
        clock.reset();
    }

    @Test
    void theNoticeSaysWhatWasFoundAndOrdered() {
        String id = Calls.post(
                        "/api/hazards",
                        Calls.FINDING.replace(
                                "\"siteName\"",
                                "\"foundBy\": \"检查人员甲\", \"witness\": \"餐馆店长\", \"address\": \"某路1号\", \"siteName\""))
                .extract()
                .path("id");
        step(id, "assignment", Calls.MAJOR_ASSIGNMENT).statusCode(200);

        String notice = docx(id, "notice");
        assertThat(notice).startsWith("限期整改通知书\n编号：" + number(id, 0) + "\n城东区某餐馆：\n");
        assertThat(notice)
                .contains(
                        "现责令你单位于2026年5月10日24时前整改到位",
                        "检查日期\t2026年5月3日",
                        "检查对象\t城东区某餐馆\t行政区划\t青海省西宁市城东区",
                        "地址\t某路1号",
                        "隐患等级\t较大隐患\t隐患类别\t餐饮等工商用户",
                        "隐患来源\t部门检查\t检查项\t—",
                        "隐患描述\t后厨未安装可燃气体报警器",
                        "整改措施\t安装可燃气体报警器",
                        "责任人\t餐馆负责人\t联系电话\t13900000000",
                        "整改资金\t3200元\t整改期限\t2026年5月10日24时",
                        "应急预案\t停用燃气，改用电炊具",
                        "临时管控措施\t—",
                        "检查人员：检查人员甲",
                        "见证人：餐馆店长",
                        "（盖章）\n2026年5月3日")
                .doesNotContain("{{");
        String page = html(id, "notice");
        assertThat(page)
                .contains(
                        "<title>限期整改通知书 " + number(id, 0) + "</title>",
                        "2026年5月10日24时",
                        "青海省西宁市城东区",
                        "停用燃气，改用电炊具",
                        "size: A4");
    }

    @Test
    void whatACitizenReportedIsNotTiedToHisName() {
        String id = Calls.post(
                        "/api/hazards",
                        Calls.FINDING
                                .replace("INSPECTION", "CITIZEN")
                                .replace("\"siteName\"", "\"foundBy\": \"举报人丙\", \"witness\": \"邻居丁\", \"siteName\""))
                .extract()
                .path("id");
        step(id, "assignment", Calls.ASSIGNMENT).statusCode(200);

        assertThat(docx(id, "notice")).contains("群众举报").doesNotContain("举报人丙", "邻居丁");
        assertThat(html(id, "notice")).contains("群众举报").doesNotContain("举报人丙", "邻居丁");
    }

    @Test
    void aDocumentSaysTheSameForEverWhateverHappensToTheHazard() {
        String id = Calls.assigned();
        String first = number(id, 0);
        String notice = docx(id, "notice");
        String page = html(id, "notice");
        clock.advance(Duration.ofDays(1));
        step(id, "regrading", """
                {"grade": "GENERAL", "reason": "复核后"}""").statusCode(200);
        step(id, "transfer", Calls.TRANSFER).statusCode(200);
        step(id, "rectification", Calls.RECTIFICATION).statusCode(200);
        step(id, "return", Calls.RETURN).statusCode(200);
        String returned = docx(id, "reinspection-opinion");
        step(id, "rectification", Calls.RECTIFICATION).statusCode(200);
        clock.advance(Duration.ofDays(1));
        step(id, "closure", Calls.CLOSURE).statusCode(200);

        assertThat(docx(id, "notice", first)).isEqualTo(notice);
        assertThat(given().accept("text/html")
                        .queryParam("number", first)
                        .get("/api/hazards/" + id + "/notice")
                        .asString())
                .isEqualTo(page);
        assertThat(docx(id, "notice"))
                .startsWith("限期整改通知书\n编号：" + number(id, 1) + "\n城东区某物业公司：")
                .contains("事由\t管道产权属物业", "一般隐患", "责任人\t物业负责人");
        assertThat(returned)
                .contains("复查意见书\n", "整改情况\t已安装报警器", "复查意见\t安装高度不符合要求", "复查结论\t整改不合格，须于2026年5月7日24时前继续整改到位。");
        assertThat(docx(id, "reinspection-opinion", number(id, 2))).isEqualTo(returned);
        assertThat(docx(id, "reinspection-opinion"))
                .contains("复查意见\t复查合格，同意销号", "复查结论\t整改合格，同意销号。", "复查人员：检查人员乙", "2026年5月5日");
    }

    @Test
    void theDocumentsOfAHazardAreListedWithLinksThatLeadToThem() {
        String id = Calls.rectifiedMajor();
        step(id, "supervision", Calls.SUPERVISION).statusCode(200);
        step(id, "reinspection", Calls.REINSPECTION).statusCode(200);
        step(id, "closure", Calls.CLOSING).statusCode(200);

        List<String> links = given().get("/api/hazards/" + id + "/documents")
                .then()
                .statusCode(200)
                .body("items.kind", contains("RECTIFICATION_NOTICE", "SUPERVISION_NOTICE", "REINSPECTION_OPINION"))
                .body("items.title", contains("限期整改通知书", "挂牌督办通知书", "复查意见书"))
                .body("items[1].number", is("宁安委督〔2026〕3号"))
                .body("items[0].issuedAt", is("2026-05-03T02:00:00Z"))
                .extract()
                .path("items.link");
        List<String> texts = links.stream()
                .map(link -> given().urlEncodingEnabled(false)
                        .get(link)
                        .then()
                        .statusCode(200)
                        .contentType(DOCX)
                        .extract()
                        .asByteArray())
                .map(Docx::text)
                .toList();
        assertThat(texts.get(1)).startsWith("挂牌督办通知书\n编号：宁安委督〔2026〕3号\n").contains("由市（州）级挂牌督办", "重大隐患");
        assertThat(texts.get(2)).contains("审批人：admin2");
    }

    @Test
    void aFileSaysWhatToCallItAndAPageRunsNoScript() {
        String id = Calls.assigned();
        given().accept(DOCX)
                .get("/api/hazards/" + id + "/notice")
                .then()
                .statusCode(200)
                .contentType(DOCX)
                .header("Content-Disposition", startsWith("attachment; filename=\""))
                .header(
                        "Content-Disposition",
                        containsString(
                                "filename*=UTF-8''%E9%99%90%E6%9C%9F%E6%95%B4%E6%94%B9%E9%80%9A%E7%9F%A5%E4%B9%A6%20"))
                .header("X-Content-Type-Options", "nosniff");
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/api/hazards/" + id + "/notice")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", startsWith("default-src 'none'"));
        given().get("/api/hazards/" + id + "/notice").then().contentType(DOCX);
        given().accept("application/pdf")
                .get("/api/hazards/" + id + "/notice")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void hostileTextComesOutAsText() {
        String hostile = "{{编号}} {{@图}} {编号} <script>alert(1)</script> & \\u0001 ]]> &amp; ";
        String id = Calls.post("/api/hazards", Calls.FINDING.replace("后厨未安装可燃气体报警器", hostile + "长".repeat(3000)))
                .statusCode(201)
                .extract()
                .path("id");
        step(id, "assignment", Calls.ASSIGNMENT.replace("安装可燃气体报警器", "第一步\\n第二步"))
                .statusCode(200);

        assertThat(docx(id, "notice"))
                .contains("{{编号}} {{@图}} {编号} <script>alert(1)</script> &  ]]> &amp; 长", "长".repeat(3000), "第一步\n第二步");
        assertThat(html(id, "notice"))
                .contains("{{编号}} {{@图}} {编号} &lt;script&gt;alert(1)&lt;/script&gt; &amp;  ]]&gt; &amp;amp; 长")
                .doesNotContain("<script");
    }

    @Test
    void aDocumentThatWasNotIssuedIsNotFound() {
        String id = Calls.found();
        for (String call : List.of("notice", "reinspection-opinion", "supervision-notice")) {
            given().accept(DOCX)
                    .get("/api/hazards/" + id + "/" + call)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
        String assigned = Calls.assigned();
        given().queryParam("number", "630102限改〔1999〕1号")
                .get("/api/hazards/" + assigned + "/notice")
                .then()
                .statusCode(404)
                .body("detail", containsString("〔1999〕"));
        given().get("/api/hazards/0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4/notice")
                .then()
                .statusCode(404);
        given().get("/api/hazards/0199f3a0-5b7c-7d11-9a3e-4f60a1c2d3e4/documents")
                .then()
                .statusCode(404);
    }

    @Test
    void twoHundredAssignmentsAtOnceAreNumberedFrom1To200WithoutGapsOrRepeats() {
        String finding = Calls.FINDING.replace("630102", "632823");
        ExecutorService crowd = Executors.newFixedThreadPool(50);
        try {
            List<String> hazards = together(
                    crowd, () -> Calls.post("/api/hazards", finding).extract().path("id"));
            List<String> numbers = hazards.stream()
                    .map(id -> CompletableFuture.supplyAsync(
                            () -> {
                                // A command that fails gives its number back.
                                step(
                                                id,
                                                "assignment",
                                                Calls.ASSIGNMENT.replace("\"withinDays\": 7", "\"withinDays\": -1"))
                                        .statusCode(400);
                                step(id, "assignment", Calls.ASSIGNMENT).statusCode(200);
                                return number(id, 0);
                            },
                            crowd))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 200)
                            .mapToObj(n -> "632823限改〔2026〕" + n + "号")
                            .toList());
        } finally {
            crowd.shutdown();
        }
    }

    private static List<String> together(ExecutorService crowd, Supplier<String> call) {
        return IntStream.range(0, 200).mapToObj(n -> CompletableFuture.supplyAsync(call, crowd)).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static String number(String id, int n) {
        return given().get("/api/hazards/" + id + "/documents").then().extract().path("items[" + n + "].number");
    }

    private static String docx(String id, String call, String... number) {
        ValidatableResponse answer = given().accept(DOCX)
                .queryParams(number.length == 0 ? Map.of() : Map.of("number", number[0]))
                .get("/api/hazards/" + id + "/" + call)
                .then();
        return Docx.text(answer.statusCode(200).extract().asByteArray());
    }

    private static String html(String id, String call) {
        return given().accept("text/html")
                .get("/api/hazards/" + id + "/" + call)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
