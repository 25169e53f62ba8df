package io.bihuan.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.client.Api;
import io.bihuan.system.SharedStack;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An inspector goes down into a cellar where there is no network; what was filled in there arrives once. */
class OfflineInspectionTest {

    private static final String SITE = "JC-632525-01";
    private static final String NAME = "贵南县第一小学食堂";

    private static final Pattern PAGE_OF_PDF = Pattern.compile("/Type\\s*/Page\\b");

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void whatWasRecordedInADeadSpotArrivesOnce() {
        var hazards = withTheSite();
        var inspector = browser.of(DemoPerson.INSPECTOR, Screen.PHONE);
        var page = inspector.page();
        page.evaluate("navigator.serviceWorker.ready.then(() => true)");

        beginAt(inspector);
        checks(page, 0, "合格");

        inspector.browser().setOffline(true);
        assertThat(page.getByText("离线", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        checks(page, 1, "不合格");
        photographs(page, Color.GRAY);
        photographs(page, Color.DARK_GRAY);
        assertThat(page.locator("figure img")).hasCount(2);
        inspector.seesNothingThatKeepsAnybodyOut().screenshot("offline-hazard");
        inspector.presses("完成");
        checks(page, 2, "不涉及");

        page.reload();
        assertThat(page.getByText("已查 3 / 3 项")).isVisible();
        assertThat(page.getByText("照片 2 张")).isVisible();
        inspector.seesNothingThatKeepsAnybodyOut().screenshot("offline-checklist");

        inspector.presses("去签字");
        inspector.signs("检查人员签字");
        page.getByLabel("签字人姓名").fill("食堂负责人");
        inspector.signs("被检查单位签字");
        inspector.seesNothingThatKeepsAnybodyOut().screenshot("offline-signatures");
        inspector.presses("去核对");
        inspector.seesNothingThatKeepsAnybodyOut().screenshot("offline-summary");
        inspector.presses("离线保存，联网后自动上报");

        var waiting = page.getByText("等待网络，恢复后自动上报");
        assertThat(waiting).isVisible();
        page.reload();
        assertThat(waiting).isVisible();
        inspector.seesNothingThatKeepsAnybodyOut().screenshot("offline-waiting");
        assertThat(inspectionsOnRecord(hazards)).isEmpty();

        inspector.browser().setOffline(false);
        var number = page.getByText(Pattern.compile("^\\s*隐患 632525-\\d{4}-\\d+"));
        assertThat(number).isVisible(new IsVisibleOptions().setTimeout(60_000));
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("待上报")))
                .isHidden(new IsHiddenOptions().setTimeout(60_000));
        inspector.seesNothingThatKeepsAnybodyOut().screenshot("offline-sent");
        page.reload();
        assertThat(number).isVisible();

        var inspection = inspectionsOnRecord(hazards);
        assertThat(inspection).hasSize(1);
        var opened = inspection.get(0).path("hazards");
        assertThat(opened).hasSize(1);
        assertThat(hazards.get("/api/hazards?district=632525").body().path("items"))
                .hasSize(1);
        assertThat(hazards.get("/api/hazards/" + opened.get(0).path("id").asText() + "/evidence")
                        .body()
                        .path("items"))
                .hasSize(2);
        for (var side : List.of("inspector", "unit")) {
            var picture = inspection
                    .get(0)
                    .path("signatures")
                    .path(side)
                    .path("picture")
                    .asText();
            assertThat(picture).endsWith("/signatures/" + side);
            assertThat(hazards.get(picture).status()).isEqualTo(200);
        }

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(NAME)).click();
        seesTheRecord(inspector).screenshot("inspection-record-phone");
        isReadAndPrintedInTheOffice(opened.get(0).path("id").asText());
        inspector.forgives("ERR_INTERNET_DISCONNECTED");
    }

    /** Whoever reads of the hazard finds the record of the inspection, with both signatures, on one sheet of paper. */
    private void isReadAndPrintedInTheOffice(String hazard) {
        var supervisor = browser.of(DemoPerson.SUPERVISOR, Screen.DESK);
        var page = supervisor.opens("/hazards/" + hazard).page();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("现场检查记录")).click();
        seesTheRecord(supervisor).screenshot("inspection-record");
        assertThat(PAGE_OF_PDF
                        .matcher(new String(page.pdf(), StandardCharsets.ISO_8859_1))
                        .results())
                .hasSize(1);

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Inspection record")))
                .isVisible();
        assertThat(page.getByAltText("Signature of 食堂负责人")).isVisible();
        supervisor.seesNothingThatKeepsAnybodyOut();
    }

    private static Person seesTheRecord(Person reader) {
        var page = reader.page();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("现场检查记录")))
                .isVisible();
        assertThat(page.getByText("食堂负责人")).isVisible();
        var pictures = page.locator("figure img");
        assertThat(pictures).hasCount(2);
        for (var picture : pictures.all()) {
            assertThat(picture).hasJSProperty("naturalWidth", 640);
        }
        return reader.seesNothingThatKeepsAnybodyOut();
    }

    @Test
    void nobodyElseOnTheSamePhoneSeesADraft() {
        withTheSite();
        var phone = browser.of(DemoPerson.INSPECTOR, Screen.PHONE);
        beginAt(phone);
        checks(phone.page(), 0, "合格");
        var draft = phone.page().url();
        phone.opens("/inspector");
        assertThat(phone.page().getByText("未完成")).isVisible();

        phone.signsOut();
        phone.signsInAs(DemoPerson.INSPECTOR2);
        assertThat(phone.page().getByText("今日已上报")).isVisible();
        assertThat(phone.page().getByText("未完成")).isHidden();
        phone.page().navigate(draft);
        assertThat(phone.page().getByText("这份草稿已不在本机")).isVisible();
    }

    /** Both tests need it, and the second one finds it on file. */
    private Api withTheSite() {
        var hazards = SharedStack.asAdministrator(
                browser.stack(), browser.stack().ports().hazard());
        hazards.post(
                "/api/sites",
                Map.of("code", SITE, "name", NAME, "kind", "SCHOOL", "districtCode", "632525", "contacts", List.of()));
        return hazards;
    }

    private static void beginAt(Person inspector) {
        var page = inspector.opens("/inspector/start").page();
        page.getByLabel("名称、编号或地址").fill(SITE);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(NAME)).click();
        inspector.presses("开始检查");
        assertThat(page.getByText("已查 0 / 3 项")).isVisible();
    }

    private static void checks(Page page, int item, String result) {
        page.locator("section.card")
                .nth(item)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(result).setExact(true))
                .click();
    }

    private static void photographs(Page page, Color color) {
        var photos = page.locator("figure img");
        int before = photos.count();
        page.locator("input[type=file]").setInputFiles(Photo.of(color));
        assertThat(photos).hasCount(before + 1);
    }

    private static JsonNode inspectionsOnRecord(Api hazards) {
        return hazards.get("/api/inspections?site=" + SITE).body().path("items");
    }
}
