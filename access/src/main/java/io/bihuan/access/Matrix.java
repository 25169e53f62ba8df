package io.bihuan.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The matrix of {@code access.yaml}: role × call × reach. */
@Singleton
public class Matrix {

    /** The file's other members are the sets of roles that its rows refer to. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record File(List<Rule> rules) {}

    private final Map<String, Rule> rules = new HashMap<>();

    public Matrix() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        try (InputStream file = Matrix.class.getResourceAsStream("/access.yaml")) {
            // Read by SnakeYAML itself, which knows what an alias stands for.
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file));
            for (Rule rule : mapper.convertValue(read, File.class).rules()) {
                rule.calls().forEach(call -> add(call, rule));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("access.yaml is not readable", e);
        }
    }

    private void add(String call, Rule rule) {
        if (rules.put(call, rule) != null) {
            throw new IllegalStateException("access.yaml has two rules for " + call);
        }
    }

    /**
     * The rule of a call.
     *
     * @param method such as {@code POST}
     * @param path as the API describes it, such as {@code /api/hazards/{id}}
     */
    public Optional<Rule> of(String method, String path) {
        return Optional.ofNullable(rules.get(method + " " + path));
    }
}
