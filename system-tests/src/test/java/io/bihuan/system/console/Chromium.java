package io.bihuan.system.console;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** This machine's Chromium, one process for all test classes. Nothing is downloaded. */
final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // Its sandbox needs what root and many containers do not have; the pages are ours.
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setChromiumSandbox(false));
    }

    static Chromium started() {
        return new Chromium(program().orElseThrow(() -> new IllegalStateException("there is no chromium on the PATH")));
    }

    /** @return the program, where this machine has it */
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A browser that has seen nothing yet: no cookies, nothing stored, nothing cached. */
    BrowserContext fresh(NewContextOptions options) {
        // Nobody waits for what moves, and axe judges no colour half way.
        return browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
