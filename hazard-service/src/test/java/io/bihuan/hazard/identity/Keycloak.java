package io.bihuan.hazard.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.stack.Child;
import io.bihuan.stack.LocalPostgres;
import io.bihuan.stack.Ports;
import io.bihuan.stack.PrivateFiles;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The real Keycloak, from its distribution: made ready as {@code keycloak/Dockerfile} does, with the realm that lies beside it, on a
 * PostgreSQL of its own, started as docker-compose.yml does but for addresses and passwords. The service reaches it by another
 * address than people, as it does there.
 */
public final class Keycloak implements QuarkusTestResourceLifecycleManager {

    static final String PASSWORD = "only-for-this-test-run";

    /** Where people reach it; a property, because Quarkus loads this class more than once. */
    static final String ADDRESS = "bihuan.test.keycloak";

    static final String CONSOLE = "https://console.example.org";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path project = Path.of("..").toAbsolutePath().normalize();
    private @Nullable LocalPostgres postgres;
    private @Nullable Child server;

    /** After the parts whose provider it stands in for. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        Path distribution = Path.of(System.getProperty("keycloak.home"));
        try {
            Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "keycloak-run-");
            PrivateFiles.directory(home);
            Path realm = distribution.resolve("data/import/bihuan-realm.json");
            Files.createDirectories(realm.getParent());
            Files.copy(project.resolve("keycloak/bihuan-realm.json"), realm, StandardCopyOption.REPLACE_EXISTING);
            postgres = LocalPostgres.start(
                    home.resolve("postgres"),
                    Path.of(System.getProperty("java.io.tmpdir"), "bihuan-" + System.getProperty("user.name")),
                    0);
            postgres.databases().create("keycloak", PASSWORD);

            int port = Ports.free();
            int management = Ports.free();
            Map<String, String> environment = image();
            environment.putAll(container());
            environment.putAll(Map.of(
                    "JAVA_HOME",
                    System.getProperty("java.home"),
                    "JAVA_OPTS_KC_HEAP",
                    "-Xms64m -Xmx512m",
                    "KC_HOSTNAME",
                    "http://localhost:" + port,
                    "KC_HTTP_HOST",
                    "127.0.0.1",
                    "KC_HTTP_PORT",
                    "" + port,
                    "KC_HTTP_MANAGEMENT_PORT",
                    "" + management,
                    "KC_DB_URL",
                    postgres.databases().jdbcUrl("keycloak"),
                    "KC_DB_PASSWORD",
                    PASSWORD,
                    "KC_BOOTSTRAP_ADMIN_PASSWORD",
                    PASSWORD,
                    "BIHUAN_CONSOLE_URL",
                    CONSOLE));
            environment.put("BIHUAN_CONSOLE_SECRET", PASSWORD);
            String program = distribution.resolve("bin/kc.sh").toString();
            run(List.of("bash", program, "build"), environment, home);
            server = Child.start(
                    "keycloak",
                    List.of("bash", program, "start", "--optimized", "--import-realm"),
                    environment,
                    home,
                    home.resolve("keycloak.log"),
                    Child.Signal.TERM);
            server.awaitReady(PATIENCE, () -> isReady(management));
            System.setProperty(ADDRESS, "http://localhost:" + port);
            return Map.of("quarkus.oidc.auth-server-url", "http://127.0.0.1:" + port + "/realms/bihuan");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the image is built with. */
    private Map<String, String> image() throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (String line : Files.readAllLines(project.resolve("keycloak/Dockerfile"))) {
            if (line.startsWith("ENV ")) {
                String[] setting = line.substring(4).split("=", 2);
                environment.put(setting[0], setting[1]);
            }
        }
        return environment;
    }

    /** What its container is started with. */
    private Map<String, String> container() throws IOException {
        Map<String, String> environment = new HashMap<>();
        new ObjectMapper()
                .<JsonNode>valueToTree(new Yaml().<Object>load(Files.readString(project.resolve("docker-compose.yml"))))
                .at("/services/keycloak/environment")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));
        return environment;
    }

    private static void run(List<String> command, Map<String, String> environment, Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("build.log").toFile());
        builder.environment().putAll(environment);
        try {
            int exit = builder.start().waitFor();
            if (exit != 0) {
                throw new IllegalStateException(
                        command + " ended with " + exit + ": " + Files.readString(home.resolve("build.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isReady(int management) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // not yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(Duration.ofSeconds(20));
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
