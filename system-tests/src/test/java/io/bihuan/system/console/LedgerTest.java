package io.bihuan.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.bihuan.stack.DemoPerson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ledger, its imports and the registers, as an office uses them. */
class LedgerTest {

    private static final String REGISTER = """
            finding => fetch('/api/hazards', {
              method: 'POST',
              headers: { 'Content-Type': 'application/json', 'Idempotency-Key': finding.externalNumber },
              body: JSON.stringify(finding)
            }).then(answer => answer.status)
            """;

    private static final String LEDGER = """
            编号,日期,区,等级,问题
            %1$s-1,2026-03-02,城东,一般,%1$s 连接软管老化
            %1$s-2,2026-03-03,城东,特别重大,%1$s 未装报警器
            """;

    private static final String MAPPING = """
            ledger: %s
            dates: {patterns: [yyyy-MM-dd], zone: Asia/Shanghai}
            found:
              at: 日期
              externalNumber: 编号
              districtCode: {column: 区, codes: {城东: "630102"}}
              grade: {column: 等级, codes: {一般: GENERAL, 较大: SERIOUS}}
              category: {value: COMMERCIAL_USE}
              source: {value: INSPECTION}
              description: 问题
            life: []
            """;

    private static final List<String> PAGES = List.of(
            "/hazards",
            "/imports",
            "/registers",
            "/registers/briefings",
            "/registers/messages",
            "/registers/contacts",
            "/registers/rosters",
            "/registers/sites",
            "/registers/units",
            "/registers/campaigns",
            "/registers/policies",
            "/registers/ladders",
            "/registers/templates",
            "/registers/calendars",
            "/registers/dead-letters");

    @RegisterExtension
    final Browser browser = new Browser();

    /** Told from whatever else the tests put into the one database. */
    private final String mark = "LT" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void filtersStandInTheAddressAndComeBackWithIt() {
        var person = browser.of(DemoPerson.OFFICE, Screen.DESK);
        var page = person.page();
        registers(page, "SERIOUS");
        registers(page, "GENERAL");
        person.opens("/hazards");

        page.getByRole(AriaRole.SEARCHBOX).fill(mark);
        page.getByRole(AriaRole.SEARCHBOX).press("Enter");
        assertThat(rows(page)).hasCount(2);
        choose(page, "等级", "较大");
        assertThat(rows(page)).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("q=" + mark + "&grade=SERIOUS|grade=SERIOUS&q=" + mark));

        page.reload();
        assertThat(rows(page)).hasCount(1);
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue(mark);
        assertThat(field(page, "等级")).containsText("较大");
        page.goBack();
        assertThat(rows(page)).hasCount(2);
        person.seesNothingThatKeepsAnybodyOut();

        var download = page.waitForDownload(() -> {
            page.getByRole(AriaRole.BUTTON, named("导出")).click();
            page.getByRole(AriaRole.MENUITEM, named("CSV")).click();
        });
        assertThat(download.suggestedFilename()).endsWith(".csv");
        assertThat(download.path()).content(StandardCharsets.UTF_8).contains(mark);

        rows(page).first().click();
        assertThat(page).hasURL(Pattern.compile("/hazards/[0-9a-f-]{36}$"));
    }

    @Test
    void aChoiceOfColumnsIsKept() {
        var person = browser.of(DemoPerson.OFFICE, Screen.DESK);
        var page = person.page();
        registers(page, "GENERAL");
        person.opens("/hazards?q=" + mark);
        assertThat(heading(page, "来源")).hasCount(0);

        page.getByRole(AriaRole.BUTTON, named("列")).click();
        page.locator("label.el-checkbox", new Page.LocatorOptions().setHasText("来源"))
                .click();
        page.getByRole(AriaRole.BUTTON, named("来源前移")).click();
        page.keyboard().press("Escape");
        assertThat(heading(page, "来源")).hasCount(1);

        page.reload();
        assertThat(heading(page, "来源")).hasCount(1);
        assertThat(page.getByRole(AriaRole.COLUMNHEADER))
                .hasText(new String[] {"编号", "状态", "等级", "类别", "区划", "地点", "隐患描述", "责任单位", "整改期限", "来源", "发现时间"});
    }

    @Test
    void whatMayBeADuplicateIsShownBeforeAHazardIsRegistered() {
        var person = browser.of(DemoPerson.OFFICE, Screen.DESK);
        var page = person.page();
        person.opens("/hazards");
        for (var once = true; ; once = false) {
            page.getByRole(AriaRole.BUTTON, named("登记隐患")).click();
            var form = page.getByRole(AriaRole.DIALOG);
            form.getByLabel("地点名称").fill(mark);
            pickDistrict(page, form, "青海省", "西宁市", "城东区");
            pick(page, form, "类别", "餐饮等工商用户");
            pick(page, form, "等级", "一般");
            pick(page, form, "来源", "部门检查");
            form.getByLabel("隐患描述").fill(mark + " 软管老化");
            form.getByRole(AriaRole.BUTTON, inDialog("查重并登记")).click();
            if (once) {
                page.waitForURL(Pattern.compile("/hazards/[0-9a-f-]{36}$"));
                person.opens("/hazards");
            } else {
                assertThat(form).containsText("同一地点");
                person.seesNothingThatKeepsAnybodyOut();
                form.getByRole(AriaRole.BUTTON, inDialog("不是同一隐患，仍然登记")).click();
                page.waitForURL(Pattern.compile("/hazards/[0-9a-f-]{36}$"));
                return;
            }
        }
    }

    @Test
    void aBadRowOfALedgerComesBackAsASheet() {
        var person = browser.of(DemoPerson.OFFICE, Screen.DESK).opens("/imports");
        var page = person.page();
        page.locator("input[type=file]")
                .first()
                .setInputFiles(new FilePayload(
                        mark + ".csv", "text/csv", LEDGER.formatted(mark).getBytes(StandardCharsets.UTF_8)));
        page.getByText("填写对照表").click();
        page.getByRole(AriaRole.TEXTBOX, named("填写对照表")).fill(MAPPING.formatted(mark));
        page.getByRole(AriaRole.BUTTON, named("开始导入")).click();

        var progress = page.getByRole(AriaRole.ARTICLE);
        assertThat(progress).containsText("已完成");
        assertThat(progress).containsText("2 / 2");
        assertThat(progress).containsText("特别重大");
        person.seesNothingThatKeepsAnybodyOut();

        page.reload();
        assertThat(progress).containsText("已完成");
        var sheet = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, named("下载错误表")).click());
        assertThat(sheet.suggestedFilename()).endsWith(".xlsx");
        assertThat(sheet.path()).isNotEmptyFile();
        person.screenshot("import");
    }

    @Test
    void aBriefingIsDraftedEditedIssuedAndTaken() {
        var person = browser.of(DemoPerson.OFFICE, Screen.DESK).opens("/registers/briefings");
        var page = person.page();
        page.getByRole(AriaRole.BUTTON, named("起草简报")).click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("起草").setExact(true))
                .click();
        page.waitForURL(Pattern.compile("/registers/briefings/[0-9a-f-]{36}$"));

        page.getByRole(AriaRole.BUTTON, named("修改文字")).click();
        page.getByRole(AriaRole.TEXTBOX, named("下一步工作")).fill(mark + " 请于月底前清零。");
        page.getByRole(AriaRole.BUTTON, named("保存")).click();
        assertThat(page.getByText(mark + " 请于月底前清零。")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("修改文字"))).isVisible();
        person.seesNothingThatKeepsAnybodyOut();

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("印发").setExact(true))
                .click();
        page.locator(".el-popconfirm:visible .el-button--primary").click();
        page.waitForURL(Pattern.compile("/registers/briefings/63-\\d{4}-W-\\d+$"));
        assertThat(page.getByText("与今日数据的差异")).isVisible();
        assertThat(page.getByText(mark + " 请于月底前清零。")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named("修改文字"))).hasCount(0);

        var paper = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, named("下载 Word")).click());
        assertThat(paper.suggestedFilename()).endsWith(".docx");
        assertThat(paper.path()).isNotEmptyFile();
        person.screenshot("briefing");
    }

    @Test
    void aPolicyIsTriedBeforeItIsSaved() {
        var person = browser.of(DemoPerson.OFFICE, Screen.DESK).opens("/registers/policies");
        var page = person.page();
        page.getByRole(AriaRole.BUTTON, named("制定新版")).click();
        var form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("制定理由").fill(mark);
        form.getByRole(AriaRole.BUTTON, inDialog("试算")).click();
        assertThat(form.getByText("立即逾期")).isVisible();
        person.seesNothingThatKeepsAnybodyOut();
        form.getByRole(AriaRole.BUTTON, inDialog("保存并施行")).click();
        assertThat(form).hasCount(0);
        assertThat(page.getByRole(AriaRole.ARTICLE).first()).containsText(mark);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESK", "PHONE"})
    void everybodyCanReadEveryPageInBothLanguages(Screen screen) {
        var person = browser.of(DemoPerson.ADMIN, screen);
        var page = person.page();
        for (var path : PAGES) {
            person.opens(path);
            assertThat(page.locator("main [aria-busy=true]")).hasCount(0);
            person.seesNothingThatKeepsAnybodyOut();
            page.getByRole(AriaRole.BUTTON, named("English")).click();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat(page.locator("h1").first()).not().containsText(Pattern.compile("\\p{IsHan}"));
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s fits on the %s", path, screen)
                    .isEqualTo(true);
            page.getByRole(AriaRole.BUTTON, named("中文")).click();
            assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        }
    }

    @Test
    void aPhoneShowsTheLedgerAndTheCalendarItsShiftedDays() {
        var person = browser.of(DemoPerson.OFFICE, Screen.DESK);
        registers(person.page(), "SERIOUS");
        person.opens("/hazards");
        assertThat(rows(person.page()).first()).isVisible();
        person.screenshot("ledger");
        person.opens("/registers/calendars?year=2026");
        assertThat(person.page().getByText("调休上班").first()).isVisible();
        person.screenshot("calendar");
        var phone = browser.of(DemoPerson.INSPECTOR, Screen.PHONE).opens("/hazards?q=" + mark);
        assertThat(rows(phone.page())).hasCount(1);
        phone.screenshot("ledger-phone");
    }

    private void registers(Page page, String grade) {
        var finding = Map.of(
                "districtCode",
                "630102",
                "category",
                "COMMERCIAL_USE",
                "source",
                "INSPECTION",
                "grade",
                grade,
                "description",
                mark + " 连接软管老化",
                "siteName",
                mark + grade,
                "externalNumber",
                mark + grade);
        assertThat(page.evaluate(REGISTER, finding)).isEqualTo(201);
    }

    private static Locator rows(Page page) {
        return page.locator("tbody tr");
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(AriaRole.COLUMNHEADER, named(text));
    }

    private static Locator field(Page page, String label) {
        return page.getByRole(AriaRole.GROUP, named(label));
    }

    private static void choose(Page page, String label, String option) {
        field(page, label).locator(".el-select__wrapper").click();
        page.getByRole(AriaRole.OPTION, named(option)).click();
    }

    private static void pick(Page page, Locator form, String label, String option) {
        form.locator(".el-form-item", new Locator.LocatorOptions().setHasText(label))
                .locator(".el-select__wrapper")
                .click();
        page.getByRole(AriaRole.OPTION, named(option)).click();
    }

    private static void pickDistrict(Page page, Locator form, String... path) {
        form.locator(".el-cascader").click();
        for (var name : path) {
            page.locator(".el-cascader-node:visible", new Page.LocatorOptions().setHasText(name))
                    .locator(".el-cascader-node__label")
                    .click();
        }
        var last =
                page.locator(".el-cascader-node:visible", new Page.LocatorOptions().setHasText(path[path.length - 1]));
        last.locator(".el-radio").click();
        page.keyboard().press("Escape");
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions inDialog(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
