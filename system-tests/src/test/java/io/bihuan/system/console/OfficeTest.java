package io.bihuan.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.Tokens;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The office sees how its districts stand, and sees it change; whoever gets its link sees the same. */
class OfficeTest {

    /** 果洛州 and a county of it, where no other test finds anything. */
    private static final String PREFECTURE = "6326";

    private static final String COUNTY = "632626";

    /** It takes a second on one that does nothing else. */
    private static final HasTextOptions ON_A_BUSY_MACHINE = new HasTextOptions().setTimeout(30_000);

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void aHazardThatIsFoundAndClosedMovesTheFiguresBeforeWhoeverLooksAtThem() {
        var office = browser.of(DemoPerson.OFFICE, Screen.DESK).opens("/office?district=" + PREFECTURE);
        var page = office.page();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("实时更新");
        assertThat(card(page, "found")).isVisible();
        page.evaluate("window.notReloaded = true");

        var what = "牧区集中供暖站安全阀未校验";
        var id = found(what);
        assertThat(card(page, "found")).hasText("1", ON_A_BUSY_MACHINE);
        assertThat(card(page, "closed")).hasText("0");
        assertThat(tile(page, "玛多县")).containsText("0.0%");

        close(id);
        assertThat(card(page, "closed")).hasText("1", ON_A_BUSY_MACHINE);
        assertThat(card(page, "closureRate")).hasText("100.0%");
        assertThat(tile(page, "玛多县")).containsText("销号 1 / 发现 1");
        assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        office.seesNothingThatKeepsAnybodyOut().screenshot("office");

        tile(page, "玛多县").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("玛多县").setExact(true)))
                .isVisible();
        card(page, "closed").click();
        assertThat(page).hasURL(Pattern.compile("/office/hazards\\?of=closed&parent=" + COUNTY));
        assertThat(page.getByRole(AriaRole.TABLE)).containsText(what);
        office.seesNothingThatKeepsAnybodyOut().screenshot("office-hazards");
        page.getByRole(AriaRole.TABLE).getByRole(AriaRole.LINK).click();
        assertThat(page).hasURL(Pattern.compile("/hazards/" + id + "$"));
    }

    @Test
    void aLinkShowsAColleagueTheSame() {
        var office = browser.of(DemoPerson.OFFICE, Screen.DESK);
        var page = office.page();
        page.getByLabel("统计期").last().selectOption("SEASON");
        page.getByLabel("指标").selectOption("found");
        button(page, "按月").click();
        button(page, "责任单位").click();
        page.getByRole(AriaRole.REGION, named("各区划销号情况"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("表格"))
                .click();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, named("按期整改率"))).isVisible();
        office.seesNothingThatKeepsAnybodyOut();
        var link = page.url();

        var colleague = browser.of(DemoPerson.OFFICE, Screen.DESK).page();
        colleague.navigate(link);
        assertThat(colleague.getByLabel("统计期").last()).hasValue("SEASON");
        assertThat(colleague.getByLabel("指标")).hasValue("found");
        assertThat(button(colleague, "按月")).hasAttribute("aria-pressed", "true");
        assertThat(button(colleague, "责任单位")).hasAttribute("aria-pressed", "true");
        colleague
                .getByRole(AriaRole.COLUMNHEADER, named("按期整改率"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(colleague.getByRole(AriaRole.COLUMNHEADER, named("按期整改率"))).hasAttribute("aria-sort", "descending");
    }

    @Test
    void whoLooksAtAPastMomentIsToldThatItStandsStill() {
        var page = browser.of(DemoPerson.OFFICE, Screen.DESK)
                .opens("/office?asOf=2026-01-31T08:00:00Z")
                .page();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("查看过去时刻，不更新");
        button(page, "回到此刻").click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).hasText("实时更新");
        assertThat(page).hasURL(Pattern.compile("/office$"));
    }

    @Test
    void theOfficeReadsEnglishAndHangsItOnTheWall() {
        var office = browser.of(DemoPerson.OFFICE, Screen.WALL);
        var page = office.page();
        button(page, "English").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Closure by district")))
                .isVisible();
        office.seesNothingThatKeepsAnybodyOut().screenshot("office-en");
        button(page, "中文").click();

        button(page, "大屏").click();
        assertThat(page).hasURL(Pattern.compile("/office/wall"));
        assertThat(page.getByText("最新消息")).isVisible();
        assertThat(page.locator("[data-measure=closureRate]")).isVisible();
        office.seesNothingThatKeepsAnybodyOut().screenshot("office-wall");
        button(page, "排名").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("排名"))).isVisible();
        office.seesNothingThatKeepsAnybodyOut();
    }

    private static Locator card(Page page, String measure) {
        return page.locator("[data-measure=" + measure + "] .value");
    }

    private static Locator tile(Page page, String name) {
        return page.getByRole(AriaRole.LIST, named("各区划销号情况"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private String found(String what) {
        var answer = hazards("inspector")
                .post(
                        "/api/hazards",
                        Map.of(
                                "districtCode", COUNTY,
                                "category", "HEAT_SOURCE",
                                "grade", "GENERAL",
                                "source", "INSPECTION",
                                "description", what));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private void close(String id) {
        var order = Map.of(
                "unit",
                Map.of("name", "玛多供热站"),
                "responsible",
                Map.of("name", "站长", "phone", "13900000001"),
                "withinDays",
                7,
                "measures",
                "送检校验");
        step("supervisor", id, "assignment", order);
        step("supervisor", id, "rectification", Map.of("description", "已校验", "rectifiedBy", "站长"));
        step("supervisor2", id, "closure", Map.of("opinion", "复查合格"));
    }

    private void step(String who, String id, String step, Object body) {
        var answer = hazards(who).post("/api/hazards/" + id + "/" + step, body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private Api hazards(String who) {
        var ports = browser.stack().ports();
        var tokens = Tokens.from(ports.identity());
        return new Api(ports.hazard()).as(() -> tokens.of(who));
    }
}
