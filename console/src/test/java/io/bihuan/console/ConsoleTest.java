package io.bihuan.console;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.http.HttpResponse;

/** A test of the console with a provider and with services behind it; subclasses say {@code @QuarkusTest}. */
@QuarkusTestResource(Provider.class)
@QuarkusTestResource(Upstream.class)
abstract class ConsoleTest {

    static final String OFFICE = """
            {"name": "省专班办公室", "roles": ["OFFICE"], "districts": ["63"]}""";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // Quarkus sets it
    URI console;

    Browser browser() {
        return new Browser(console);
    }

    Browser signedIn() {
        Browser browser = browser();
        HttpResponse<String> page = browser.signIn("/", "office", OFFICE);
        if (page.statusCode() != 200) {
            throw new AssertionError("not signed in: " + page.statusCode() + " " + page.body());
        }
        return browser;
    }
}
