package io.bihuan.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The lists of what each service, the console and its pages are made of, which the build leaves beside their jars (CycloneDX). Of
 * Java's libraries Maven makes them only where it may ask its registry, not with {@code -o}.
 */
class SbomTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PAGES = "console/target/sbom-pages.json";

    /** By SPDX id, or by name where a library gives no id; of several a library is free under any. */
    private static final Pattern FREE = Pattern.compile(
            "(?i).*(apache|\\bMIT\\b|\\bBSD\\b|eclipse (public|distribution)|EPL|EDL|lesser|LGPL|MPL|mozilla|classpath|CC0|CDDL|\\bISC\\b|\\b0BSD\\b|public domain|bouncy castle).*");

    static Stream<String> lists() {
        return Stream.concat(
                Stream.of("hazard-service", "notification-service", "reporting-service", "console")
                        .map(module -> module + "/target/sbom.json"),
                Stream.of(PAGES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hazard-service       | io.quarkus:quarkus-rest io.quarkus:quarkus-oidc org.postgresql:postgresql io.netty:netty-handler
            notification-service | io.quarkus:quarkus-rest io.quarkus:quarkus-oidc org.postgresql:postgresql io.netty:netty-handler
            reporting-service    | io.quarkus:quarkus-rest io.quarkus:quarkus-oidc org.postgresql:postgresql io.netty:netty-handler
            console              | io.quarkus:quarkus-oidc io.vertx:vertx-http-proxy io.netty:netty-handler
            """)
    void namesTheMainLibrariesWithTheirVersions(String module, String libraries) throws IOException {
        var components = components(module + "/target/sbom.json");
        assertThat(components)
                .extracting(each ->
                        each.path("group").asText() + ":" + each.path("name").asText())
                .contains(libraries.split(" "))
                .doesNotContain("org.junit.jupiter:junit-jupiter", "io.bihuan:local-stack");
        assertThat(components).allSatisfy(each -> {
            assertThat(each.path("version").asText()).isNotEmpty();
            assertThat(each.path("purl").asText()).startsWith("pkg:maven/");
        });
    }

    @Test
    void namesWhatThePagesBringAndNotWhatBuildsThem() throws IOException {
        assertThat(components(PAGES))
                .allSatisfy(each -> assertThat(each.path("version").asText()).isNotEmpty())
                .extracting(each -> each.path("purl").asText().replaceFirst("@[^@]*$", ""))
                .contains("pkg:npm/vue", "pkg:npm/element-plus", "pkg:npm/echarts", "pkg:npm/%40vue/runtime-core")
                .doesNotContain("pkg:npm/vite", "pkg:npm/vitest", "pkg:npm/typescript");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyLibraryIsUnderALicenceThatLetsAnyoneUseAndSellIt(String list) throws IOException {
        assertThat(components(list)).isNotEmpty().allSatisfy(each -> assertThat(licences(each))
                .as(
                        "%s: add its licence here only after reading it",
                        each.path("purl").asText())
                .anyMatch(FREE.asMatchPredicate()));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void isTheSameWheneverItIsBuilt(String list) throws IOException {
        assertThat(read(list).has("serialNumber")).isFalse();
        assertThat(read(list).at("/metadata/timestamp").asText()).isIn("", "2026-01-01T00:00:00Z");
    }

    private static List<JsonNode> components(String list) throws IOException {
        return StreamSupport.stream(read(list).path("components").spliterator(), false)
                .filter(each -> !each.path("group").asText().equals("io.bihuan"))
                .toList();
    }

    private static JsonNode read(String list) throws IOException {
        return JSON.readTree(SharedStack.PROJECT.resolve(list).toFile());
    }

    private static List<String> licences(JsonNode component) {
        return StreamSupport.stream(component.path("licenses").spliterator(), false)
                .flatMap(each -> Stream.of(
                        each.path("expression").asText(),
                        each.at("/license/id").asText(),
                        each.at("/license/name").asText()))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
