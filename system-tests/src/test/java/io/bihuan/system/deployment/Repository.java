package io.bihuan.system.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The repository's files, wherever the test is started from. */
final class Repository {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Path ROOT = root();

    private Repository() {}

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("contracts/asyncapi.yaml"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "Not inside the repository: " + Path.of("").toAbsolutePath());
    }

    static Path path(String path) {
        return ROOT.resolve(path);
    }

    static String text(String path) {
        try {
            return Files.readString(path(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents of a YAML text, anchors and merge keys resolved; a key that stands twice is refused. */
    static List<JsonNode> yaml(String text) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        List<JsonNode> documents = new ArrayList<>();
        new Yaml(new SafeConstructor(strict))
                .loadAll(text)
                .forEach(document -> documents.add(JSON.valueToTree(document)));
        return documents;
    }

    /** A property of the parent pom, where every version stands. */
    static String pomProperty(String name) {
        return firstGroup("<" + Pattern.quote(name) + ">([^<]+)</", text("pom.xml"));
    }

    static String version() {
        return firstGroup("<artifactId>bihuan</artifactId>\\s*<version>([^<]+)</version>", text("pom.xml"));
    }

    private static String firstGroup(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("pom.xml has nothing like " + regex);
        }
        return matcher.group(1);
    }

    /** A text with a mistake in it; that the mistake could be planted is part of the test. */
    static String planted(String text, String right, String wrong) {
        if (!text.contains(right)) {
            throw new IllegalArgumentException("Nothing to spoil: there is no " + right);
        }
        return text.replace(right, wrong);
    }
}
