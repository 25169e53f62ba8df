package io.bihuan.stack.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a service told in its answers, the latest of it: calls made of that get further than to a 404. */
public final class Told {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 60;

    /** By the address at which a thing is found, with its parameters' names. */
    private final Map<String, List<String>> values = new HashMap<>();

    private final List<byte[]> files = new ArrayList<>();

    /** Remembers what a good answer names, or the file that it is. */
    void take(DescribedCall call, String type, byte[] body) {
        if (!type.startsWith("application/json")) {
            keep(files, body);
            return;
        }
        try {
            var answer = JSON.readTree(body);
            var collection = call.method().equals("PUT") ? parent(call.path()) : call.path();
            take(collection, answer);
            answer.path("items").forEach(item -> take(collection, item));
            if (answer.isArray()) {
                answer.forEach(item -> take(collection, item));
            }
        } catch (IOException e) {
            // Longer than what is read of it.
            keep(files, body);
        }
    }

    private void take(String collection, JsonNode thing) {
        thing.properties().forEach(field -> {
            if (field.getValue().isTextual() || field.getValue().isInt()) {
                keep(
                        values.computeIfAbsent(collection + "/{" + field.getKey() + "}", any -> new ArrayList<>()),
                        field.getValue().asText());
            }
        });
    }

    /** @return values that the parameter may have so that there is something, as far as any were told */
    List<String> values(DescribedCall call, String parameter) {
        int end = call.path().indexOf("/{" + parameter + "}");
        var collection = call.path().substring(0, Math.max(0, end));
        var byName = values.getOrDefault(collection + "/{" + parameter + "}", List.of());
        return byName.isEmpty() ? values.getOrDefault(collection + "/{id}", List.of()) : byName;
    }

    /** @return any text that was told */
    String any(Random random) {
        if (values.isEmpty()) {
            return "";
        }
        var all = values.keySet().stream().sorted().toList();
        var some = values.getOrDefault(all.get(random.nextInt(all.size())), List.of(""));
        return some.get(random.nextInt(some.size()));
    }

    /** @return any file that was told */
    byte[] file(Random random) {
        return files.isEmpty()
                ? "code,name\r\n63,x\r\n".getBytes(StandardCharsets.UTF_8)
                : files.get(random.nextInt(files.size()));
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static <T> void keep(List<T> kept, T one) {
        if (kept.size() == MOST) {
            kept.remove(0);
        }
        kept.add(one);
    }
}
