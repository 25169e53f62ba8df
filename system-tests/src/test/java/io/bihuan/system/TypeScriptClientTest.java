package io.bihuan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.stack.PrivateFiles;
import io.bihuan.stack.Stack;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.Tokens;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A TypeScript client, generated from what hazard-service says of itself, compiles and is of use. */
class TypeScriptClientTest {

    private static final Path MODULE = SharedStack.PROJECT.resolve("system-tests");
    private static final Path SOURCES = MODULE.resolve("src/test/typescript");
    private static final Path GENERATOR = MODULE.resolve("target/openapi-generator-cli.jar");
    private static final Path WORKSHOP = MODULE.resolve("target/typescript-client");
    private static final Path COMPLAINTS = WORKSHOP.resolve("complaints.log");

    @Test
    void aGeneratedClientWalksAHazardThroughItsLife() throws Exception {
        skipUnlessNodeIsThere();
        var stack = SharedStack.running();
        furnish(stack);

        succeeds(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                GENERATOR.toString(),
                "generate",
                "--generator-name=typescript-fetch",
                "--input-spec=openapi.json",
                "--output=client");
        succeeds("npm", "ci");
        succeeds("node", "node_modules/typescript/bin/tsc");
        var tokens = Tokens.from(stack.ports().identity());
        var walked = new ObjectMapper()
                .readTree(succeeds(
                        "node",
                        "out/life.js",
                        "http://127.0.0.1:" + stack.ports().hazard(),
                        tokens.of("admin"),
                        tokens.of("supervisor")));

        assertThat(walked.path("refused"))
                .hasToString("{\"status\":409,\"hazardStatus\":\"FOUND\",\"nextActions\":"
                        + "[\"assignment\",\"regrading\",\"supervision\",\"merger\",\"voiding\"]}");
        assertThat(texts(walked.path("steps")))
                .containsExactly(
                        "hazard.found",
                        "hazard.assigned",
                        "hazard.extension-requested",
                        "hazard.extended",
                        "hazard.rectified",
                        "hazard.returned",
                        "hazard.rectified",
                        "hazard.closed",
                        "hazard.reopened");
        assertThat(walked.path("inOrder").asBoolean()).isTrue();
        assertThat(walked.path("extendedByDays").asInt()).isEqualTo(3);
        assertThat(walked.path("closedInRound").asInt()).isEqualTo(1);

        var hazard = SharedStack.asAdministrator(stack, stack.ports().hazard())
                .get("/api/hazards/" + walked.path("id").asText())
                .body();
        assertThat(hazard.path("status").asText()).isEqualTo("ASSIGNED");
        assertThat(hazard.path("round").asInt()).isEqualTo(2);
        assertThat(hazard.path("version").asInt()).isEqualTo(9);
        for (var member : List.of("number", "status", "round")) {
            assertThat(walked.path(member)).as(member).isEqualTo(hazard.path(member));
        }
        assertThat(texts(walked.path("listed")))
                .containsExactly(hazard.path("number").asText());
    }

    /** JDK and Maven are enough to build; why this was not tested is said where it is seen. */
    private static void skipUnlessNodeIsThere() throws InterruptedException {
        var there = nodeIsThere();
        var needed = "The TypeScript client is not tested: Node.js 18 or later with npm is missing"
                + " (apt-get install nodejs npm)";
        if (!there) {
            System.out.println(needed);
        }
        assumeTrue(there, needed);
    }

    private static boolean nodeIsThere() throws InterruptedException {
        try {
            var script = "process.exit(process.versions.node.split('.')[0] < 18 ? 1 : 0)";
            return exit("node", "-e", script) == 0 && exit("npm", "--version") == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    /** Everything is made in a folder of its own under target/, which is empty at first. */
    private static void furnish(Stack stack) throws IOException {
        PrivateFiles.deleteAll(WORKSHOP);
        Files.createDirectory(WORKSHOP);
        try (var files = Files.list(SOURCES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, WORKSHOP.resolve(file.getFileName()));
            }
        }
        var document = new Api(stack.ports().hazard()).get("/q/openapi?format=json");
        assertThat(document.status()).isEqualTo(200);
        Files.writeString(WORKSHOP.resolve("openapi.json"), document.body().toString());
    }

    private static int exit(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** @return what the command printed */
    private static String succeeds(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(WORKSHOP.toFile())
                .redirectError(COMPLAINTS.toFile())
                .start();
        process.getOutputStream().close();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s:%n%s%s", String.join(" ", command), printed, Files.readString(COMPLAINTS))
                .isZero();
        return printed;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
