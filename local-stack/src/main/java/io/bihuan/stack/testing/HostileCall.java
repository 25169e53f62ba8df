package io.bihuan.stack.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bihuan.stack.client.Api;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A call as a service's OpenAPI document describes it, with something in it that nobody who means well would send. Which, depends on the
 * random numbers alone, so that a seed repeats it.
 */
public final class HostileCall {

    /**
     * What came of it.
     *
     * @param call what was sent, for whoever looks for the reason
     * @param status of the answer; 0 if the service hung up
     * @param problem the body, if the answer was not a good one
     */
    public record Outcome(String call, int status, String problem) {

        /** @return whether the service failed, or told how it is made */
        public boolean isFailure() {
            return status == 0
                    || status >= 500
                    || problem.contains("\tat ")
                    || problem.contains("Exception")
                    || problem.contains("io.bihuan");
        }
    }

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "\u0000",
            "\uD800",
            "\u202E\u0007\n\t",
            "é汉字😀",
            "'; drop table hazard; --",
            "' or '1'='1",
            "%00%ff%",
            "_%!*?",
            "../../../../etc/passwd",
            "..%2f..%2fetc%2fpasswd",
            "${jndi:ldap://localhost/x}",
            "{{7*7}}#{7*7}",
            "=cmd|' /C calc'!A0",
            "<script>alert(1)</script>",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>",
            "-1",
            "9999999999999999999999",
            "1e400",
            "NaN",
            "0x7fffffff",
            "2026-02-30T25:61:61Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            "9999-12-31",
            "P9999999999Y",
            "63",
            "630102",
            "00000000-0000-0000-0000-000000000000",
            "x".repeat(300),
            "汉".repeat(5_000));

    private final DescribedCall call;
    private final Random random;

    /** @param random decides what is sent */
    public HostileCall(DescribedCall call, Random random) {
        this.call = call;
        this.random = random;
    }

    /** Makes the call. */
    public Outcome send(@Nullable String token, int port) {
        var address = address();
        var body = call.isMultipart() ? form() : json();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .timeout(PATIENCE)
                .method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (call.bodyType() != null) {
            request.header("Content-Type", random.nextInt(20) == 0 ? "text/plain" : String.valueOf(call.bodyType()));
        }
        for (var header : List.of("If-Match", "If-None-Match", "Idempotency-Key", "Accept", "Accept-Language")) {
            if (random.nextInt(6) == 0) {
                request.header(
                        header,
                        any(List.of("\"1\"", "W/\"x", "*", "en", "a".repeat(300), "*/*;q=x", "zh;q=9", "text/csv")));
            }
        }
        var told = call.method() + " " + address + (body == null ? "" : " " + shown(body));
        return answered(told, request.build(), true);
    }

    /** A service that refused the call before may hang up before this one, which then is made once more. */
    private static Outcome answered(String told, HttpRequest request, boolean again) {
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofInputStream());
            try (var in = answer.body()) {
                // A good answer may be a stream that never ends.
                var problem =
                        answer.statusCode() < 400 ? "" : new String(in.readNBytes(20_000), StandardCharsets.UTF_8);
                return new Outcome(told, answer.statusCode(), problem);
            }
        } catch (IOException e) {
            return again ? answered(told, request, false) : new Outcome(told, 0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String address() {
        var path = call.path();
        var query = new ArrayList<String>();
        for (var parameter : call.parameters()) {
            var name = parameter.path("name").asText();
            var value = random.nextInt(3) == 0 ? Api.encoded(text()) : call.value(parameter);
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", value.isEmpty() ? "x" : value);
            } else if (parameter.path("in").asText().equals("query") && random.nextInt(3) > 0) {
                query.add(name + "=" + value);
            }
        }
        if (random.nextInt(15) == 0) {
            query.add(Api.encoded(text()) + "=" + Api.encoded(text()));
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private byte @Nullable [] json() {
        var example = call.example();
        if (example == null) {
            return null;
        }
        if (random.nextInt(12) == 0) {
            return any(List.of(
                            "{", "[".repeat(5_000), "{\"a\":".repeat(3_000), "\"", "tru", "\u0000", "[]", "1", "null"))
                    .getBytes(StandardCharsets.UTF_8);
        }
        var body = spoilt(example, 1 + random.nextInt(3));
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(20) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private JsonNode spoilt(JsonNode node, int times) {
        var spoilt = node;
        for (int i = 0; i < times; i++) {
            spoilt = spoilt(spoilt);
        }
        return spoilt;
    }

    private JsonNode spoilt(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty() && random.nextInt(8) > 0) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = any(names);
            if (random.nextInt(8) == 0) {
                object.remove(name);
            } else {
                object.set(name, spoilt(object.get(name)));
            }
            return object;
        }
        if (node instanceof ArrayNode array && !array.isEmpty() && random.nextInt(4) > 0) {
            int at = random.nextInt(array.size());
            array.set(at, spoilt(array.get(at)));
            return array;
        }
        return value();
    }

    private JsonNode value() {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(Double.MAX_VALUE);
            case 4 -> NODES.arrayNode().add(text()).add(NODES.nullNode());
            case 5 -> NODES.objectNode().put(text(), text());
            default -> NODES.textNode(text());
        };
    }

    /** A form with a file that is none, or too much of one. */
    private byte[] form() {
        var out = new ByteArrayOutputStream();
        write(out, "file\"; filename=\"" + any(List.of("a.csv", "../../a.xlsx", "a.jpg", "台账.xlsx", "")), file());
        if (random.nextInt(2) == 0) {
            write(
                    out,
                    "mapping",
                    any(List.of("hpd-violations", "{", "a: &a [*a]", "!!javax.script.ScriptEngineManager []", "../x"))
                            .getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(("--" + DescribedCall.BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String name, byte[] bytes) {
        out.writeBytes(
                ("--" + DescribedCall.BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private byte[] file() {
        return switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 ->
                workbook("<!DOCTYPE x [<!ENTITY a \"" + "ha".repeat(1_000)
                        + "\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>");
            case 2 -> workbook("0".repeat(5_000_000));
            case 3 -> new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1};
            case 4 -> "%PDF-1.7\n1 0 obj<</Length 99999999>>stream".getBytes(StandardCharsets.US_ASCII);
            default -> {
                var bytes = new byte[random.nextInt(2_000)];
                random.nextBytes(bytes);
                yield bytes;
            }
        };
    }

    /** A workbook's parts with this text in each of them. */
    private static byte[] workbook(String text) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : List.of(
                    "[Content_Types].xml",
                    "_rels/.rels",
                    "xl/workbook.xml",
                    "xl/_rels/workbook.xml.rels",
                    "xl/sharedStrings.xml",
                    "xl/worksheets/sheet1.xml",
                    "../../outside")) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(text.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String text() {
        return any(TEXTS);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String shown(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return text.length() > 1_000 ? text.substring(0, 1_000) + "…" : text;
    }
}
