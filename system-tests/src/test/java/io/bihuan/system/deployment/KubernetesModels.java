package io.bihuan.system.deployment;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads an object of a manifest into the model of its kind and refuses what the model does not know. */
final class KubernetesModels {

    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            entry("v1 Namespace", Namespace.class),
            entry("v1 ServiceAccount", ServiceAccount.class),
            entry("v1 ConfigMap", ConfigMap.class),
            entry("v1 Service", Service.class),
            entry("apps/v1 Deployment", Deployment.class),
            entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            entry("networking.k8s.io/v1 Ingress", Ingress.class),
            entry("kafka.strimzi.io/v1 Kafka", Kafka.class),
            entry("kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class),
            entry("kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class),
            entry("postgresql.cnpg.io/v1 Cluster", PostgresModel.Cluster.class),
            entry("postgresql.cnpg.io/v1 Database", PostgresModel.Database.class));

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new NothingAdditional())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // Kubernetes refuses a number or a boolean where a text is due, as in a ConfigMap's data.
            .withCoercionConfig(
                    LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private KubernetesModels() {}

    /** @throws IllegalArgumentException which names the object and the field that is wrong */
    static Object read(JsonNode object) {
        String kind =
                object.path("apiVersion").asText() + " " + object.path("kind").asText();
        String name = object.path("kind").asText() + " "
                + object.path("metadata").path("name").asText();
        Class<?> model = KINDS.get(kind);
        if (model == null) {
            throw new IllegalArgumentException(name + ": no model for " + kind);
        }
        try {
            Object read = STRICT.treeToValue(object, model);
            JsonNode kept = STRICT.valueToTree(read);
            for (String part : List.of("metadata", "spec", "data")) {
                mustBeKept(name, part, object.path(part), kept.path(part));
            }
            return read;
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(
                    name + ": " + pathOf(e) + ": "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + ": " + e.getOriginalMessage(), e);
        }
    }

    /** Some models read an unknown choice as none at all: what does not come out again was not understood. */
    private static void mustBeKept(String name, String path, JsonNode written, JsonNode kept) {
        if (written.isValueNode()) {
            boolean leftOutAsTheDefault = kept.isMissingNode() && written.isBoolean() && !written.asBoolean();
            if (!leftOutAsTheDefault && !kept.asText().equals(written.asText())) {
                throw new IllegalArgumentException(name + ": " + path + ": not understood: " + written);
            }
        } else if (written.isArray()) {
            for (int i = 0; i < written.size(); i++) {
                mustBeKept(name, path + ".[" + i + "]", written.path(i), kept.path(i));
            }
        } else {
            written.properties()
                    .forEach(field ->
                            mustBeKept(name, path + "." + field.getKey(), field.getValue(), kept.path(field.getKey())));
        }
    }

    private static String pathOf(JsonMappingException e) {
        List<JsonMappingException.Reference> path = e.getPath();
        return path.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    /**
     * The models keep unknown fields as "additional properties" so that a client survives a newer server. Here an
     * unknown field is a typing mistake.
     */
    private static final class NothingAdditional extends JacksonAnnotationIntrospector {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
