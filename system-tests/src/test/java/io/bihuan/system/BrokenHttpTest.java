package io.bihuan.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.bihuan.stack.Stack;
import io.bihuan.stack.client.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sends the services what no client of HTTP sends, byte by byte: each is refused, or answered as if it were harmless. */
class BrokenHttpTest {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})");

    private static final String OPENING = "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
            + "Content-Type: application/json\r\nConnection: close\r\n";

    private static final Stack STACK = SharedStack.running();
    private static final String TOKEN = Tokens.from(STACK.ports().identity()).of("admin");

    @TestFactory
    Stream<DynamicTest> noServiceFailsOverIt() {
        return ports().entrySet().stream().flatMap(service -> requests(service.getKey()).entrySet().stream()
                .map(request -> dynamicTest(
                        request.getKey() + " at " + service.getKey(),
                        () -> assertHarmless(service.getValue(), request.getValue()))));
    }

    private static Map<String, Integer> ports() {
        var ports = STACK.ports();
        return new TreeMap<>(Map.of(
                "/api/hazards", ports.hazard(),
                "/api/notifications/ladders", ports.notification(),
                "/api/reports/briefings", ports.reporting()));
    }

    private static Map<String, String> requests(String path) {
        var post = OPENING.formatted(path, TOKEN);
        var get = post.replaceFirst("POST", "GET").replaceFirst("Content-Type.*\r\n", "");
        var requests = new TreeMap<String, String>();
        requests.put("two lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x");
        requests.put(
                "a length and chunks",
                post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        requests.put("a negative length", post + "Content-Length: -1\r\n\r\n{}");
        requests.put("a length that no number holds", post + "Content-Length: 99999999999999999999\r\n\r\n{}");
        requests.put("more than may be sent", post + "Content-Length: 9999999999\r\n\r\n{}");
        requests.put("a chunk of no size", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
        requests.put(
                "a chunk of every size",
                post + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}\r\n0\r\n\r\n");
        requests.put("a coding that is none", post + "Transfer-Encoding: x\r\n\r\n{}");
        requests.put("a body that never comes", post + "Content-Length: 20\r\n\r\n{\"");
        requests.put("a header within a header", get + "If-Match: \"1\"\rX: y\r\n\r\n");
        requests.put("a header in two lines", get + "If-Match: a\r\n b\r\n\r\n");
        requests.put("a header with NUL", get + "If-None-Match: \0\r\n\r\n");
        requests.put(
                "a header that is no ASCII", get + "Accept-Language: \u00FF\u00FE\r\nIdempotency-Key: \u00E9\r\n\r\n");
        requests.put("a header without a name", get + ": x\r\n\r\n");
        requests.put("a name with a blank", get + "If Match : x\r\n\r\n");
        requests.put("a header that does not end", get + "If-Match: " + "x".repeat(100_000) + "\r\n\r\n");
        requests.put("ten thousand headers", get + "X: y\r\n".repeat(10_000) + "\r\n");
        requests.put("two hosts", get + "Host: elsewhere\r\n\r\n");
        requests.put("two tokens", get + "Authorization: Bearer x\r\n\r\n");
        requests.put("an address elsewhere", get.replace(" /api", " http://elsewhere/api") + "\r\n");
        requests.put("an address with NUL", get.replace(" HTTP", "%00 HTTP") + "\r\n");
        requests.put("an address with half a byte", get.replace(" HTTP", "?q=%zz%&%=% HTTP") + "\r\n");
        requests.put("an address that is no UTF-8", get.replace(" HTTP", "/%C0%AF%ff?q=%ED%A0%80 HTTP") + "\r\n");
        requests.put(
                "an address with slashes of others", get.replace(" HTTP", "/..%2f..%5c..\\q/health HTTP") + "\r\n");
        requests.put(
                "an address that does not end", get.replace(" HTTP", "?q=" + "x".repeat(100_000) + " HTTP") + "\r\n");
        requests.put("a part of a path", get.replace(" HTTP", ";a=b/;x HTTP") + "\r\n");
        requests.put("an unknown method", get.replaceFirst("GET", "BREW") + "\r\n");
        requests.put("a method of proxies", get.replaceFirst("GET /\\S+", "CONNECT localhost:1") + "\r\n");
        requests.put("a method that echoes", get.replaceFirst("GET", "TRACE") + "\r\n");
        requests.put("a method in small letters", get.replaceFirst("GET", "get") + "\r\n");
        requests.put("an asterisk", get.replaceFirst("GET /\\S+", "OPTIONS *") + "\r\n");
        requests.put("another protocol", "\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000");
        requests.put("HTTP/2 unasked", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\u00FF\u0004\0\0\0\0\0");
        requests.put(
                "HTTP/2 asked for with nonsense",
                get.replace("close", "Upgrade, HTTP2-Settings") + "Upgrade: h2c\r\nHTTP2-Settings: !!\r\n\r\n");
        return requests;
    }

    private static void assertHarmless(int port, String request) throws IOException {
        var answer = answer(port, request);
        var status = STATUS.matcher(answer);
        if (status.find()) {
            // 501 and 505 are what HTTP has for codings and versions that one does not know.
            assertThat(List.of(501, 505).contains(Integer.parseInt(status.group(1)))
                            || Integer.parseInt(status.group(1)) < 500)
                    .as(answer)
                    .isTrue();
        }
        assertThat(answer).doesNotContain("\tat ", "Exception", "io.bihuan");
        assertThat(answer(port, "GET /q/health/live HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.0 200 ");
    }

    /** Empty if the service hung up. */
    private static String answer(int port, String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            var answer = new ByteArrayOutputStream();
            try {
                socket.setSoTimeout(2_000);
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException waitsForMore) {
                socket.shutdownOutput();
                socket.setSoTimeout(60_000);
                socket.getInputStream().transferTo(answer);
            }
            return answer.toString(ISO_8859_1);
        } catch (SocketException hungUp) {
            return "";
        }
    }
}
