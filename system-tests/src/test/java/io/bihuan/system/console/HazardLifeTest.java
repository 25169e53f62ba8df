package io.bihuan.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.Tokens;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hazard goes from hand to hand by the console alone: the supervisor's work list, the unit's phone, the hazard's own page. */
class HazardLifeTest {

    private static final String DISTRICT = "630105";

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void aHazardIsAssignedRectifiedAndClosedAndWhoComesLateIsWarned() {
        var what = "后厨燃气软管穿墙敷设";
        var id = found(what);

        var supervisor = browser.of(DemoPerson.SUPERVISOR, Screen.DESK);
        assignsByKeyboard(supervisor, what);
        var stale = browser.of(DemoPerson.SUPERVISOR2, Screen.DESK).opens("/hazards/" + id);
        button(stale.page(), "重新定级").click();

        rectifiesOnThePhone(browser.of(DemoPerson.UNIT, Screen.PHONE), what);

        dialog(stale.page()).getByLabel("理由").fill("涉及人员密集场所");
        button(dialog(stale.page()), "重新定级").click();
        assertThat(dialog(stale.page())).containsText("您打开表单后，该隐患已有变化");
        assertThat(dialog(stale.page())).containsText(DemoPerson.UNIT.fullName() + " 整改完成");
        stale.forgives("412");
        stale.seesNothingThatKeepsAnybodyOut().screenshot("hazard-changed-meanwhile");

        closes(browser.of(DemoPerson.INSPECTOR, Screen.DESK).opens("/hazards/" + id));
    }

    @Test
    void whatManyHazardsHaveInCommonIsDoneAtOnceWithAResultForEach() {
        var what = "重复登记的调压箱标识问题";
        found(what);
        found(what);
        var person = browser.of(DemoPerson.SUPERVISOR, Screen.DESK).opens("/work?q=" + Api.encoded(what));
        var page = person.page();
        assertThat(page.getByRole(AriaRole.TABLE).getByRole(AriaRole.ROW)).hasCount(3);
        assertThat(page.getByRole(AriaRole.TAB).first()).containsText("2");

        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.getByRole(AriaRole.TOOLBAR)).containsText("已选 2 条");
        button(page, "不属实").click();
        dialog(page).getByLabel("理由").fill("现场核查，标识齐全");
        button(dialog(page), "不属实").click();
        assertThat(dialog(page).getByText("已办理", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(2);
        person.seesNothingThatKeepsAnybodyOut().screenshot("work-list-bulk");
        button(dialog(page), "完成").click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("没有待办");
    }

    private static void assignsByKeyboard(Person supervisor, String what) {
        var page = supervisor.opens("/supervisor?q=" + Api.encoded(what)).page();
        assertThat(page.getByRole(AriaRole.TABLE)).containsText(what);
        supervisor.seesNothingThatKeepsAnybodyOut();

        page.keyboard().press("?");
        assertThat(dialog(page)).containsText("快捷键");
        page.keyboard().press("Escape");
        assertThat(dialog(page)).hasCount(0);
        page.keyboard().press("a");

        var form = dialog(page);
        assertThat(form).containsText("自然日"); // why the deadline will be what it will be
        form.getByLabel("姓名").fill("餐馆负责人");
        form.getByLabel("手机号").fill("1390000");
        form.getByLabel("整改措施").fill("改用金属软管并明装");
        button(form, "交办").click();
        assertThat(form.locator(".el-form-item__error")).containsText("手机");
        supervisor.forgives("400");
        supervisor.seesNothingThatKeepsAnybodyOut().screenshot("work-list-assignment");
        form.getByLabel("手机号").fill("13900000000");
        button(form, "交办").click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("没有待办");
        supervisor.screenshot("work-list");
    }

    private static void rectifiesOnThePhone(Person unit, String what) {
        var page = unit.opens("/unit").page();
        var hazard = page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(what));
        assertThat(hazard).containsText("还剩");
        unit.seesNothingThatKeepsAnybodyOut().screenshot("unit");
        hazard.getByRole(AriaRole.BUTTON).first().click();

        var form = dialog(page);
        form.locator("input[type=file]").first().setInputFiles(Photo.of(Color.GREEN));
        assertThat(form).containsText("已上传");
        form.getByLabel("整改情况").fill("已改为金属软管");
        unit.seesNothingThatKeepsAnybodyOut().screenshot("unit-rectification");
        button(form, "登记整改完成").click();
        assertThat(hazard).hasCount(0);
        button(page, "待复查").click();
        assertThat(hazard).containsText("等待复查");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    private static void closes(Person inspector) {
        var page = inspector.page();
        page.getByAltText("整改后").click();
        assertThat(dialog(page).locator("img")).isVisible();
        page.keyboard().press("Escape");
        assertThat(dialog(page)).hasCount(0);

        button(page, "销号").click();
        dialog(page).getByLabel("复查意见").fill("复查合格，同意销号");
        button(dialog(page), "销号").click();
        var timeline = page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("办理经过"));
        assertThat(timeline.getByRole(AriaRole.LISTITEM))
                .containsText(List.of("销号", "整改完成", "交办", "发现登记").toArray(String[]::new));
        assertThat(timeline)
                .containsText(Pattern.compile(
                        DemoPerson.INSPECTOR.fullName() + ".*" + DemoPerson.UNIT.fullName() + ".*"
                                + DemoPerson.SUPERVISOR.fullName(),
                        Pattern.DOTALL));
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("限期整改通知书");
        inspector.seesNothingThatKeepsAnybodyOut().screenshot("hazard");

        button(page, "English").click();
        assertThat(page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Timeline")))
                .containsText("Rectified");
        inspector.seesNothingThatKeepsAnybodyOut().screenshot("hazard-en");
    }

    private String found(String what) {
        var ports = browser.stack().ports();
        var tokens = Tokens.from(ports.identity());
        var answer = new Api(ports.hazard())
                .as(() -> tokens.of(DemoPerson.INSPECTOR.login()))
                .post(
                        "/api/hazards",
                        Map.of(
                                "districtCode", DISTRICT,
                                "grade", "GENERAL",
                                "category", "COMMERCIAL_USE",
                                "source", "INSPECTION",
                                "description", what,
                                "siteName", "城北区某餐馆",
                                "unit", Map.of("code", DemoPerson.UNIT.unit(), "name", "城北区某餐馆")));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    /** What lies over the page. */
    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
