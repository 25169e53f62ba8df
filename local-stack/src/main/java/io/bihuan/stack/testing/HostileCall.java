package io.bihuan.stack.testing;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bihuan.stack.client.Api;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
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

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    /** Else half a character would leave as a question mark. */
    private static final ObjectWriter ESCAPED = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writer();

    private static final int LONGEST_ANSWER = 200_000;
    private static final int TRIES = 5;
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
            "😀".repeat(51),
            "x\r\nSet-Cookie: a=b",
            "汉".repeat(5_000));

    /** As they stand in an address: bytes that are no UTF-8, and slashes. */
    private static final List<String> BYTES =
            List.of("%ff%fe", "%C0%AF", "%ED%A0%80", "%F0%9F", "%2e%2e%2f", "%5c", "%0d%0a");

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "application/json; charset=none",
            "application/merge-patch+json",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "a/b/c; =");

    private static final List<String> HEADERS = List.of(
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Content-Encoding",
            "Range",
            "Last-Event-ID",
            "X-HTTP-Method-Override",
            "X-Forwarded-For",
            "X-Forwarded-Prefix",
            "Forwarded");

    private static final List<String> WORDS = List.of(
            "\"1\"",
            "W/\"x",
            "*",
            "en",
            "a".repeat(300),
            "*/*;q=x",
            "zh;q=9",
            "text/csv",
            "text/html",
            "text/event-stream",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "gzip",
            "bytes=5-1,-9999999999",
            "DELETE",
            "-1",
            "9223372036854775808",
            "127.0.0.1, ::1",
            "for=\"[::1\";proto=x");

    private final DescribedCall call;
    private final Told told;
    private final Random random;

    /**
     * @param told what the service told before, and what this call's answer adds to
     * @param random decides what is sent
     */
    public HostileCall(DescribedCall call, Told told, Random random) {
        this.call = call;
        this.told = told;
        this.random = random;
    }

    /** Makes the call. */
    public Outcome send(@Nullable String token, int port) {
        var address = address();
        var body = call.isMultipart() ? form() : call.isFile() ? file() : json();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .timeout(PATIENCE)
                .method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (call.bodyType() != null && random.nextInt(100) > 0) {
            request.header("Content-Type", random.nextInt(25) == 0 ? any(TYPES) : String.valueOf(call.bodyType()));
        }
        for (int i = random.nextInt(6); i > 3; i--) {
            request.header(any(HEADERS), any(WORDS));
        }
        var sent = call.method() + " " + address + (body == null ? "" : " " + shown(body));
        return answered(sent, request.build(), TRIES);
    }

    /**
     * A service that refused the call before may hang up before this one; one that refuses a call by its head, such as an address
     * without end, hangs up while the body is under way, and its answer may be lost on the way. Both are made again.
     */
    private Outcome answered(String sent, HttpRequest request, int tries) {
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofInputStream());
            var type = answer.headers().firstValue("Content-Type").orElse("");
            try (var in = answer.body()) {
                // Of a stream that never ends nothing is read.
                var body = type.startsWith("text/event-stream") ? new byte[0] : in.readNBytes(LONGEST_ANSWER);
                if (answer.statusCode() < 300) {
                    told.take(call, type, body);
                    return new Outcome(sent, answer.statusCode(), "");
                }
                return new Outcome(sent, answer.statusCode(), new String(body, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return tries > 1 ? answered(sent, request, tries - 1) : new Outcome(sent, 0, e.toString());
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
            if (parameter.path("in").asText().equals("path")) {
                var value = random.nextInt(6) == 0 ? spoilt() : named(parameter);
                path = path.replace("{" + name + "}", value.isEmpty() ? "x" : value);
            } else if (parameter.path("in").asText().equals("query") && random.nextInt(3) == 0) {
                var value = random.nextInt(5) == 0 ? spoilt() : value(parameter);
                query.add(name + "=" + value);
                if (random.nextInt(30) == 0) {
                    query.add(name + "=" + value);
                }
            } else if (parameter.path("required").asBoolean()) {
                query.add(name + "=" + value(parameter));
            }
        }
        if (random.nextInt(25) == 0) {
            query.add(spoilt() + "=" + spoilt());
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private String spoilt() {
        return random.nextInt(8) == 0 ? any(BYTES) : Api.encoded(text());
    }

    /** Something that there is, mostly. */
    private String named(JsonNode parameter) {
        var there = told.values(call, parameter.path("name").asText());
        return there.isEmpty() || random.nextInt(12) == 0 ? value(parameter) : Api.encoded(any(there));
    }

    private String value(JsonNode parameter) {
        var value = call.value(parameter);
        // The numbers of this call's own, so that the seed repeats it.
        return value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : value;
    }

    private byte @Nullable [] json() {
        var example = call.example();
        if (example == null) {
            return null;
        }
        int way = random.nextInt(30);
        if (way == 0) {
            return any(List.of(
                            "",
                            "{",
                            "[".repeat(5_000),
                            "{\"a\":".repeat(3_000),
                            "\"",
                            "tru",
                            "\u0000",
                            "\uFEFF{}",
                            "{}{}",
                            "[]",
                            "1",
                            "null"))
                    .getBytes(StandardCharsets.UTF_8);
        }
        var body = way < 10 ? example : spoilt(example, 1 + random.nextInt(3));
        var bytes = way < 15 ? bytes(body) : body.toString().getBytes(StandardCharsets.UTF_8);
        if (way == 28 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return way == 29 ? twice(body) : bytes;
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return ESCAPED.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every field twice. */
    private static byte[] twice(JsonNode body) {
        var fields = body.toString();
        return (fields.startsWith("{\"")
                        ? fields.substring(0, fields.length() - 1) + "," + fields.substring(1)
                        : fields)
                .getBytes(StandardCharsets.UTF_8);
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
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(Double.MAX_VALUE);
            case 4 -> NODES.arrayNode().add(text()).add(NODES.nullNode());
            case 5 -> NODES.objectNode().put(text(), text());
            case 6 ->
                // A few bytes that stand for a billion digits.
                NODES.numberNode(new BigDecimal(BigInteger.ONE, random.nextBoolean() ? -999_999_999 : 999_999_999));
            case 7 -> NODES.numberNode(BigInteger.TEN.pow(random.nextInt(900)));
            case 8 -> NODES.textNode(told.any(random));
            default -> NODES.textNode(text());
        };
    }

    /** A form with a file that is none, or too much of one. */
    private byte[] form() {
        var out = new ByteArrayOutputStream();
        var name = any(List.of("a.csv", "../../a.xlsx", "a.jpg", "台账.xlsx", "", "a\u202Egpj.exe", "x".repeat(300)));
        int files = random.nextInt(10);
        for (int i = 0; i < (files == 0 ? 0 : files == 1 ? 2 : 1); i++) {
            write(out, "file\"; filename=\"" + name, file());
        }
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
        return switch (random.nextInt(12)) {
            case 0 -> new byte[0];
            case 1 ->
                workbook("<!DOCTYPE x [<!ENTITY a \"" + "ha".repeat(1_000)
                        + "\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>");
            case 2 -> workbook("0".repeat(5_000_000));
            case 3 -> new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1};
            case 4 -> "%PDF-1.7\n1 0 obj<</Length 99999999>>stream".getBytes(StandardCharsets.US_ASCII);
            case 5 -> picture();
            case 6 -> bitten(picture());
            case 7 -> told.file(random);
            case 8, 9, 10 -> bitten(told.file(random));
            default -> {
                var bytes = new byte[random.nextInt(2_000)];
                random.nextBytes(bytes);
                yield bytes;
            }
        };
    }

    /** Another one each time: the same one a second time is no news. */
    private byte[] picture() {
        var out = new ByteArrayOutputStream();
        var picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, random.nextInt());
        try {
            ImageIO.write(picture, random.nextBoolean() ? "jpg" : "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With a few bytes changed, or without its end. */
    private byte[] bitten(byte[] file) {
        if (file.length == 0) {
            return file;
        }
        var bitten = random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file.clone();
        for (int i = bitten.length == 0 ? 0 : random.nextInt(8); i > 0; i--) {
            bitten[random.nextInt(bitten.length)] = (byte) random.nextInt(256);
        }
        return bitten;
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
