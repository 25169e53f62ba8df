package io.bihuan.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.client.Api;
import io.bihuan.system.SharedStack;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The closed loop as everybody in it sees it, each at a screen of his own, while the office looks on. */
class ClosedLoopTest {

    /** 杂多县, where no other test finds anything. */
    private static final String DISTRICT = "632722";

    private static final String SITE = "CT-632722-01";
    private static final String NAME = "杂多县驿站餐馆";
    private static final String PHONE = "13900000077";
    private static final Pattern NUMBER = Pattern.compile(DISTRICT + "-\\d{4}-\\d+");

    /** What takes a second on a machine that does nothing else. */
    private static final double PATIENCE = 60_000;

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void whatIsFoundOnAPhoneIsClosedBeforeTheOfficesEyes() {
        registersTheSite();
        var office = browser.of(DemoPerson.OFFICE, Screen.DESK)
                .opens("/office?district=" + DISTRICT)
                .presses("English");
        figureBecomes(office, "found", "0");
        office.page().evaluate("window.notReloaded = true");

        var number = finds(browser.of(DemoPerson.INSPECTOR, Screen.PHONE));
        figureBecomes(office, "found", "1");

        var supervisor = browser.of(DemoPerson.SUPERVISOR, Screen.DESK);
        assigns(supervisor, number);
        supervises(supervisor, number);
        isTexted(browser.somebody(Screen.PHONE), number);
        rectifies(browser.of(DemoPerson.UNIT, Screen.PHONE), number);
        takes("复查合格", browser.of(DemoPerson.INSPECTOR2, Screen.PHONE), number);
        figureBecomes(office, "closed", "0");

        takes("销号", browser.of(DemoPerson.SUPERVISOR2, Screen.DESK), number);
        figureBecomes(office, "closed", "1");
        figureBecomes(office, "closureRate", "100.0%");
        assertThat(office.page().evaluate("window.notReloaded")).isEqualTo(true);
        office.seesNothingThatKeepsAnybodyOut().screenshot("loop-7-office");
    }

    private void registersTheSite() {
        var hazards = SharedStack.asAdministrator(
                browser.stack(), browser.stack().ports().hazard());
        var unit = DemoPerson.UNIT.unit();
        created(
                hazards,
                "/api/units",
                Map.of("code", unit, "name", NAME, "kind", "RESTAURANT", "districtCode", DISTRICT));
        created(
                hazards,
                "/api/sites",
                Map.of(
                        "code",
                        SITE,
                        "name",
                        NAME,
                        "kind",
                        "RESTAURANT",
                        "districtCode",
                        DISTRICT,
                        "unitCode",
                        unit,
                        "contacts",
                        List.of()));
    }

    private static void created(Api api, String path, Object body) {
        var answer = api.post(path, body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    }

    private static String finds(Person inspector) {
        var page = inspector.opens("/inspector/start").page();
        page.getByLabel("名称、编号或地址").fill(SITE);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(NAME))
                .click();
        inspector.presses("开始检查");
        var checks = page.locator("section.card .results");
        button(checks.first(), "不合格").click();
        var finding = page.getByRole(AriaRole.DIALOG);
        button(finding, "重大").click();
        page.locator("input[type=file]").setInputFiles(Photo.of(Color.GRAY));
        assertThat(page.locator("figure img")).hasCount(1);
        inspector.seesNothingThatKeepsAnybodyOut().screenshot("loop-1-finding");
        inspector.presses("完成");
        for (int i = 1; i < checks.count(); i++) {
            button(checks.nth(i), "合格").click();
        }
        inspector.presses("去签字").signs("检查人员签字");
        page.getByLabel("签字人姓名").fill("餐馆负责人");
        inspector.signs("被检查单位签字").presses("去核对").presses("上报");

        var opened = page.getByText(Pattern.compile("^\\s*隐患 " + NUMBER));
        assertThat(opened).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
        inspector.screenshot("loop-2-reported");
        var number = NUMBER.matcher(opened.textContent());
        assertThat(number.find()).isTrue();
        return number.group();
    }

    private static void assigns(Person supervisor, String number) {
        var page = supervisor.opens("/supervisor?q=" + number).page();
        assertThat(page.getByRole(AriaRole.TABLE)).containsText(number);
        page.keyboard().press("a");
        var form = page.getByRole(AriaRole.DIALOG);
        // Whose site it is, the form knows; that it is due tomorrow is what makes a reminder due at once.
        assertThat(form.getByLabel("责任单位")).hasValue(NAME);
        form.getByLabel("姓名").fill("餐馆负责人");
        form.getByLabel("手机号").fill(PHONE);
        form.getByText("限定天数").click();
        form.getByRole(AriaRole.SPINBUTTON).fill("1");
        form.getByLabel("整改措施").fill("安装可燃气体报警器，整改前停用燃气");
        form.getByLabel("整改资金").fill("3000");
        form.getByLabel("应急预案").fill("停用燃气，设专人值守");
        assertThat(form).containsText("明天");
        supervisor.seesNothingThatKeepsAnybodyOut().screenshot("loop-3-order");
        button(form, "交办").click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("没有待办");
    }

    /** What a major hazard can't be closed without. */
    private static void supervises(Person supervisor, String number) {
        var form = opens(number, supervisor, "挂牌督办");
        form.getByRole(AriaRole.COMBOBOX).click();
        var levels = supervisor.page().getByRole(AriaRole.OPTION);
        levels.filter(new Locator.FilterOptions().setHasText("区（县）级")).click();
        button(form, "挂牌督办").click();
        assertThat(form).hasCount(0);
    }

    private static void isTexted(Person somebody, String number) {
        var sms = somebody.opensInbox()
                .page()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(number));
        assertThat(sms).containsText(PHONE, new ContainsTextOptions().setTimeout(PATIENCE));
        somebody.screenshot("loop-4-sms");
    }

    private static void rectifies(Person unit, String number) {
        var page = unit.opens("/unit").page();
        var hazard = page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(number));
        unit.screenshot("loop-5-unit");
        button(hazard, "登记整改完成").click();
        var form = page.getByRole(AriaRole.DIALOG);
        form.locator("input[type=file]").first().setInputFiles(Photo.of(Color.GREEN));
        assertThat(form).containsText("已上传");
        form.getByLabel("整改情况").fill("已安装报警器");
        button(form, "登记整改完成").click();
        assertThat(hazard).hasCount(0);
    }

    /** The form of a step, from the hazard's page. */
    private static Locator opens(String number, Person person, String step) {
        var page = person.opens("/hazards?q=" + number).page();
        page.locator("tbody tr").first().click();
        person.presses(step);
        return page.getByRole(AriaRole.DIALOG);
    }

    private static void takes(String step, Person person, String number) {
        var form = opens(number, person, step);
        form.getByLabel("复查意见").fill("报警器已安装，联动切断有效");
        button(form, step).click();
        assertThat(form).hasCount(0);
        person.seesNothingThatKeepsAnybodyOut().screenshot("loop-6-hazard");
    }

    private static void figureBecomes(Person office, String measure, String value) {
        assertThat(office.page().locator("[data-measure=" + measure + "] .value"))
                .hasText(value, new HasTextOptions().setTimeout(PATIENCE));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
