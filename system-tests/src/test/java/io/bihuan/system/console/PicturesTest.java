package io.bihuan.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.demo.Page;
import io.bihuan.stack.season.Loading;
import io.bihuan.system.SharedStack;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The documentation's pictures: the console over a simulated season, which other tests' figures would not bear. */
@Tag("pictures")
class PicturesTest {

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeAll
    static void aSeasonHasPassed() throws Exception {
        new Loading(SharedStack.running().ports(), new Page(System.out), InstantSource.system()).run();
    }

    @Test
    void theOffice() {
        var office = browser.of(DemoPerson.OFFICE, Screen.DESK);
        isThere(office).screenshot("office");
        isThere(office.presses("English")).screenshot("office-en");
        var wall = isThere(browser.of(DemoPerson.OFFICE, Screen.WALL).opens("/office/wall"));
        assertThat(wall.page().locator("[data-measure=found] .value")).hasText(Pattern.compile("\\d+"));
        wall.screenshot("wall");
    }

    @Test
    void theSupervisor() {
        isThere(browser.of(DemoPerson.SUPERVISOR, Screen.DESK).opens("/supervisor"))
                .screenshot("work-list");
    }

    @Test
    void theLedgerAndOneOfItsHazards() {
        var person = browser.of(DemoPerson.SUPERVISOR, Screen.DESK).opens("/hazards?status=CLOSED&grade=SERIOUS");
        isThere(person).screenshot("ledger");
        person.page().locator("tbody tr").first().click();
        isThere(person).screenshot("hazard");
    }

    private static Person isThere(Person person) {
        assertThat(person.page().locator("h1").first()).isVisible();
        assertThat(person.page().locator("[aria-busy=true]")).hasCount(0);
        return person;
    }
}
