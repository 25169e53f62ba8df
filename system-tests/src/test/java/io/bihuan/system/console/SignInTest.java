package io.bihuan.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.StorageStateOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.bihuan.stack.DemoPerson;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody gets in with one click, in Chinese or English, and out again; what lets him in never reaches his browser. */
class SignInTest {

    private static final Pattern CHINESE = Pattern.compile("[\u4e00-\u9fff]");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{8,}\\.[\\w-]{8,}");

    private static final Map<String, String> FIRST_PAGES = Map.of(
            "OFFICE", "/office",
            "SUPERVISOR", "/supervisor",
            "INSPECTOR", "/inspector",
            "UNIT", "/unit",
            "INTAKE", "/hazards",
            "ADMIN", "/office");

    @RegisterExtension
    final Browser browser = new Browser();

    @ParameterizedTest
    @EnumSource
    void everybodySignsInWithOneClickReadsBothLanguagesAndSignsOut(DemoPerson who) {
        var person = browser.of(who, screenOf(who));
        var page = person.page();

        assertThat(page).hasURL(Pattern.compile(FIRST_PAGES.get(who.role()) + "$"));
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page).hasTitle(Pattern.compile(" · 闭环$"));
        assertThat(heading(page)).containsText(CHINESE);
        person.seesNothingThatKeepsAnybodyOut();
        assertThat(everythingThatTheBrowserHolds(person))
                .contains(who.fullName())
                .doesNotContainPattern(TOKEN);

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("English"))
                .click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page).hasTitle(Pattern.compile(" · Bihuan$"));
        person.screenshot("first-page-" + who.login());

        person.signsOut();
        assertThat(page.getByRole(AriaRole.BUTTON, named(who))).isVisible();
        person.opens("/hazards");
        assertThat(page.getByRole(AriaRole.BUTTON, named(who))).isVisible();
    }

    @Test
    void thePageOfPeopleCanBeReadByEverybody() {
        for (var screen : Screen.values()) {
            browser.somebody(screen)
                    .opens("/")
                    .seesNothingThatKeepsAnybodyOut()
                    .screenshot("sign-in-" + screen.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void whoFollowsALinkComesToItWhenHeHasSignedIn() {
        var person = browser.somebody(Screen.DESK).opens("/hazards?district=6301&status=ASSIGNED");
        person.clicks(DemoPerson.SUPERVISOR);
        assertThat(person.page()).hasURL(Pattern.compile("/hazards\\?district=6301&status=ASSIGNED$"));
    }

    @Test
    void theSessionIsOutOfReachOfScriptsAndOfOtherSites() {
        var person = browser.of(DemoPerson.OFFICE, Screen.DESK);
        assertThat(person.browser().cookies()).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).as(cookie.name).isTrue();
            assertThat(cookie.sameSite).as(cookie.name).isIn(SameSiteAttribute.LAX, SameSiteAttribute.STRICT);
        });
        assertThat(person.page().evaluate("document.cookie")).isEqualTo("");
    }

    @Test
    void aRestartOfTheConsoleCostsAClick() {
        var person = browser.of(DemoPerson.SUPERVISOR, Screen.DESK);
        assertThat(heading(person.page())).isVisible();
        var console = browser.stack().service("console");
        console.stop();
        console.start();

        person.signsInAs(DemoPerson.SUPERVISOR);
        assertThat(heading(person.page())).isVisible();
        person.forgives("Failed to load resource");
    }

    private static Screen screenOf(DemoPerson who) {
        return who.role().equals("INSPECTOR") || who.role().equals("UNIT") ? Screen.PHONE : Screen.DESK;
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.HEADING).first();
    }

    private static GetByRoleOptions named(DemoPerson who) {
        return new GetByRoleOptions().setName(who.fullName());
    }

    private static String everythingThatTheBrowserHolds(Person person) {
        var page = person.page();
        return String.join(
                "\n",
                person.browser().storageState(new StorageStateOptions().setIndexedDB(true)),
                page.evaluate("JSON.stringify({...sessionStorage})").toString(),
                page.evaluate("fetch('/session').then(answer => answer.text())").toString(),
                page.content());
    }
}
