package io.bihuan.system.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Renders a kustomization that only lists its resources. Whoever adds another feature of kustomize is told here that
 * these tests would not see what it does.
 */
final class Kustomization {

    private static final Set<String> UNDERSTOOD = Set.of("apiVersion", "kind", "resources");

    private Kustomization() {}

    /** All objects of a folder as one YAML text. */
    static String render(String folder) {
        JsonNode kustomization =
                Repository.yaml(Repository.text(folder + "/kustomization.yaml")).get(0);
        for (Iterator<String> names = kustomization.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!UNDERSTOOD.contains(name)) {
                throw new IllegalArgumentException(folder + " uses " + name + ", which these tests cannot render");
            }
        }
        return resources(kustomization).stream()
                .map(file -> Repository.text(folder + "/" + file))
                .collect(Collectors.joining("\n---\n"));
    }

    static Set<String> resources(JsonNode kustomization) {
        return StreamSupport.stream(kustomization.path("resources").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    /** The manifests that lie in a folder, whether its kustomization lists them or not. */
    static Set<String> manifestsIn(String folder) {
        File[] files = Repository.path(folder).toFile().listFiles((dir, name) -> name.endsWith(".yaml"));
        return files == null
                ? Set.of()
                : Set.of(files).stream()
                        .map(File::getName)
                        .filter(name -> !name.equals("kustomization.yaml"))
                        .collect(Collectors.toSet());
    }
}
