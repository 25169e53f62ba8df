package io.bihuan.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.StackPorts;
import io.bihuan.system.SharedStack;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser of his own, and whatever that browser complains of meanwhile. */
final class Person {

    private static final Pattern SIGN_OUT = Pattern.compile("^\\s*(退出登录|Sign out)\\s*$");

    private static final List<String> WCAG_21_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final String AT_REST = "() => document.getAnimations().every(each =>"
            + " each.playState !== 'running' || each.effect.getComputedTiming().endTime === Infinity)";

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** Where pictures are wanted; a browser on a machine that has much to do cannot always take one, so no test depends on them. */
    private static final @Nullable String WANTED = System.getProperty("screenshots");

    private static final String FAILURES = "system-tests/target/screenshots";

    private final BrowserContext browser;
    private final Page page;
    private final String console;
    private final String inbox;
    private final Set<String> ours;
    private final List<String> complaints = new ArrayList<>();

    Person(BrowserContext browser, StackPorts ports) {
        this.browser = browser;
        this.console = "http://localhost:" + ports.console();
        this.inbox = "localhost:" + ports.sms();
        this.ours = Set.of("localhost:" + ports.console(), "localhost:" + ports.identity(), inbox);
        browser.onRequest(this::mustStayHere);
        browser.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        browser.onWebError(error -> complaints.add(error.error()));
        this.page = browser.newPage();
    }

    /** A console in a network of its own works as well as one with the whole world. */
    private void mustStayHere(Request request) {
        var address = URI.create(request.url());
        if (address.getHost() != null && !ours.contains(address.getAuthority())) {
            complaints.add("something is asked of " + request.url());
        }
    }

    Page page() {
        return page;
    }

    BrowserContext browser() {
        return browser;
    }

    /** Opens a path of the console, as a bookmark does. */
    Person opens(String path) {
        page.navigate(console + path);
        return this;
    }

    /** Looks at the SMS that have come to anybody's phone. */
    Person opensInbox() {
        page.navigate("http://" + inbox);
        return this;
    }

    /** Opens the console and signs in on the page to which it leads. */
    Person signsInAs(DemoPerson who) {
        return opens("/").clicks(who);
    }

    /** Clicks himself on the page of people, and comes back to the console. */
    Person clicks(DemoPerson who) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(who.fullName()))
                .click();
        page.waitForURL(address -> address.startsWith(console));
        assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
        return this;
    }

    /** Presses the button that is called exactly so. */
    Person presses(String name) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
                .click();
        return this;
    }

    /** Draws a stroke where a signature is asked for. */
    Person signs(String label) {
        var field = page.getByRole(AriaRole.IMG, new GetByRoleOptions().setName(label));
        field.scrollIntoViewIfNeeded();
        var box = field.boundingBox();
        page.mouse().move(box.x + 40, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x + 120, box.y + 60, new Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
        return this;
    }

    /** Signs out by the menu behind his name, in whichever language. */
    Person signsOut() {
        page.getByRole(AriaRole.BANNER).getByRole(AriaRole.BUTTON).last().click();
        page.getByText(SIGN_OUT).click();
        page.waitForURL(address -> !address.startsWith(console));
        return this;
    }

    /** Asks axe; what it finds serious or critical by WCAG 2.1 AA fails the test. A colour halfway to another one is not judged. */
    Person seesNothingThatKeepsAnybodyOut() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.waitForFunction(AT_REST);
        var serious = new AxeBuilder(page)
                .withTags(WCAG_21_AA).analyze().getViolations().stream()
                        .filter(violation -> SERIOUS.contains(violation.getImpact()))
                        .map(violation -> violation.getId() + ": " + violation.getHelp() + " "
                                + violation.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
        assertThat(serious).as("what axe finds at %s", page.url()).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        return this;
    }

    /** Takes a picture of what he sees, for {@code -Dscreenshots=docs/images}. */
    Person screenshot(String name) {
        if (WANTED != null) {
            takePicture(WANTED, name);
        }
        return this;
    }

    /** What he sees when a test has failed; why there is no picture is told with the failure. */
    void screenshotOf(String test, Throwable failure) {
        try {
            takePicture(FAILURES, "failed-" + test.replaceAll("[^\\w.-]+", "-"));
        } catch (PlaywrightException none) {
            failure.addSuppressed(none);
        }
    }

    /** Of the whole page, however far one had to scroll, unless a dialog lies before it. */
    private void takePicture(String folder, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SharedStack.PROJECT.resolve(folder).resolve(name + ".png"))
                .setFullPage(page.getByRole(AriaRole.DIALOG).count() == 0));
    }

    /** For tests in which the browser has to complain: of a network that is gone, of a call that was refused. */
    void forgives(String complaint) {
        complaints.removeIf(Pattern.compile(complaint, Pattern.LITERAL).asPredicate());
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void leaves() {
        browser.close();
    }
}
