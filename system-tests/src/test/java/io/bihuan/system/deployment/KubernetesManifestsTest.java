package io.bihuan.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesManifestsTest {

    private static final String BASE = "k8s/base";

    private final String manifests = Kustomization.render(BASE);

    @Test
    void everyObjectFitsItsModel() {
        assertThat(KubernetesInstallation.read(manifests).all(Object.class))
                .hasSameSizeAs(Repository.yaml(manifests))
                .hasSizeGreaterThan(20);
    }

    @Test
    void everyManifestInTheFolderIsApplied() {
        JsonNode kustomization =
                Repository.yaml(Repository.text(BASE + "/kustomization.yaml")).get(0);
        assertThat(Kustomization.resources(kustomization)).isEqualTo(Kustomization.manifestsIn(BASE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  replicas: 2                | replica: 2               | Deployment hazard-service: spec.replica",
                "failureThreshold: 60         | failuresThreshold: 60    | containers.[0].startupProbe.failuresThreshold",
                "readOnlyRootFilesystem: true | readOnlyRootFs: true     | containers.[0].securityContext.readOnlyRootFs",
                "secretKeyRef:                | secretRef:               | env.[0].valueFrom.secretRef",
                "targetPort: http             | target: http             | Service hazard-service: spec.ports.[0].target",
                "maxUnavailable: 1            | maximumUnavailable: 1    | PodDisruptionBudget hazard-service",
                "automountServiceAccountToken | mountToken               | ServiceAccount hazard-service: mountToken",
                "policyTypes:                 | policies:                | NetworkPolicy services: spec.policies",
                "networkPolicyPeers:          | networkPeers:            | Kafka bihuan: spec.kafka.listeners.[0].networkPeers",
                "deleteClaim: false           | keepClaim: true          | KafkaNodePool node: spec.storage.volumes.[0].keepClaim",
                "partitions: 6                | partition: 6             | KafkaTopic hazard.events: spec.partition",
                "walStorage:                  | logStorage:              | Cluster bihuan-postgresql: spec.logStorage",
                "passwordSecret:              | password:                | Cluster bihuan-postgresql: spec.managed.roles.[0].password",
                "owner: hazard                | ownedBy: hazard          | Database hazard: spec.ownedBy",
            })
    void anUnknownFieldIsRefusedByName(String right, String wrong, String complaint) {
        assertRefused(Repository.planted(manifests, right, wrong), complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUARKUS_HTTP_PORT: '8081' | QUARKUS_HTTP_PORT: 8081 | ConfigMap hazard-service: data.QUARKUS_HTTP_PORT",
                "containerPort: 8081       | containerPort: http     | Deployment hazard-service",
                "runAsNonRoot: true        | runAsNonRoot: 'yes'     | Deployment hazard-service",
                "partitions: 6             | partitions: six         | KafkaTopic hazard.events: spec.partitions",
                "type: internal            | type: inside            | Kafka bihuan: spec.kafka.listeners.[0].type",
                "max_connections: '250'    | max_connections: 250    | Cluster bihuan-postgresql: spec.postgresql.parameters",
                "ensure: present           | ensure: there           | Cluster bihuan-postgresql: spec.managed.roles.[0].ensure",
            })
    void aValueOfTheWrongTypeIsRefused(String right, String wrong, String complaint) {
        assertRefused(Repository.planted(manifests, right, wrong), complaint);
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        assertRefused(Repository.planted(manifests, "  replicas: 2", "  replicas: 2\n  replicas: 3"), "replicas");
    }

    @Test
    void anObjectOfAnUnknownKindIsRefusedAndSoIsASecret() {
        assertRefused("{apiVersion: v1, kind: Secret, metadata: {name: hazard-database}}", "no model for v1 Secret");
        assertRefused(
                Repository.planted(manifests, "apiVersion: apps/v1", "apiVersion: apps/v1beta1"),
                "no model for apps/v1beta1 Deployment");
    }

    private static void assertRefused(String manifests, String complaint) {
        assertThatThrownBy(() -> KubernetesInstallation.read(manifests)).hasMessageContaining(complaint);
    }

    @Test
    void everyObjectLivesInTheNamespaceOfTheProduct() {
        for (JsonNode object : Repository.yaml(manifests)) {
            boolean namespace = object.path("kind").asText().equals("Namespace");
            assertThat(object.at(namespace ? "/metadata/name" : "/metadata/namespace")
                            .asText())
                    .as(object.path("kind") + " " + object.at("/metadata/name"))
                    .isEqualTo("bihuan");
        }
    }

    @Test
    void everyPodRunsWithoutRootPrivilegesTokenOrWritableDisk() {
        for (Deployment deployment : deployments()) {
            PodSpec pod = deployment.getSpec().getTemplate().getSpec();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            assertThat(KubernetesInstallation.read(manifests)
                            .named(ServiceAccount.class, pod.getServiceAccountName())
                            .getAutomountServiceAccountToken())
                    .isFalse();
            assertThat(pod.getVolumes())
                    .allSatisfy(volume -> assertThat(volume.getEmptyDir()).isNotNull());
            for (Container container : pod.getContainers()) {
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                        .isFalse();
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                        .isTrue();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .containsExactly("ALL");
                assertThat(container.getVolumeMounts())
                        .anySatisfy(mount -> assertThat(mount.getMountPath()).isEqualTo("/tmp"));
                assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
                assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
            }
        }
    }

    @Test
    void everyPodSaysThatItStartedLivesAndIsReady() {
        for (Deployment deployment : deployments()) {
            Container container =
                    deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
            String root = isKeycloak(deployment) ? "/health" : "/q/health";
            assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo(root + "/started");
            assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo(root + "/live");
            assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo(root + "/ready");
        }
    }

    @Test
    void everyPodIsFoundByItsServiceItsBudgetAndTheNetworkPolicy() {
        KubernetesInstallation installation = KubernetesInstallation.read(manifests);
        for (Deployment deployment : deployments()) {
            String name = deployment.getMetadata().getName();
            Map<String, String> pod =
                    deployment.getSpec().getTemplate().getMetadata().getLabels();
            assertThat(pod).containsEntry("app.kubernetes.io/name", name);
            for (Map<String, String> selector : List.of(
                    deployment.getSpec().getSelector().getMatchLabels(),
                    installation.named(Service.class, name).getSpec().getSelector(),
                    installation
                            .named(PodDisruptionBudget.class, name)
                            .getSpec()
                            .getSelector()
                            .getMatchLabels())) {
                assertThat(selector).containsEntry("app.kubernetes.io/name", name);
                assertThat(pod).containsAllEntriesOf(selector);
            }
            assertThat(pod)
                    .containsAllEntriesOf(installation
                            .named(NetworkPolicy.class, isKeycloak(deployment) ? name : "services")
                            .getSpec()
                            .getPodSelector()
                            .getMatchLabels());
            assertThat(pod)
                    .as("who may reach the brokers")
                    .containsAllEntriesOf(installation
                            .all(Kafka.class)
                            .get(0)
                            .getSpec()
                            .getKafka()
                            .getListeners()
                            .get(0)
                            .getNetworkPolicyPeers()
                            .get(0)
                            .getPodSelector()
                            .getMatchLabels());
        }
    }

    @Test
    void topicsNodesAndDatabasesBelongToTheirClusters() {
        KubernetesInstallation installation = KubernetesInstallation.read(manifests);
        String kafka = installation.all(Kafka.class).get(0).getMetadata().getName();
        KafkaNodePool nodes = installation.all(KafkaNodePool.class).get(0);
        assertThat(nodes.getMetadata().getLabels()).containsEntry("strimzi.io/cluster", kafka);
        for (KafkaTopic topic : installation.all(KafkaTopic.class)) {
            assertThat(topic.getMetadata().getLabels()).containsEntry("strimzi.io/cluster", kafka);
            assertThat(topic.getSpec().getReplicas())
                    .isLessThanOrEqualTo(nodes.getSpec().getReplicas());
            assertThat(topic.getSpec().getConfig()).containsEntry("retention.ms", -1);
        }
        PostgresModel.Cluster postgres =
                installation.all(PostgresModel.Cluster.class).get(0);
        assertThat(installation.all(PostgresModel.Database.class))
                .allSatisfy(database -> assertThat(database.spec().cluster().getName())
                        .isEqualTo(postgres.metadata().getName()));
        assertThat(postgres.spec().postgresql().parameters())
                .containsEntry("wal_level", "logical")
                .containsKey("max_slot_wal_keep_size");
    }

    @Test
    void theServicesMayAskKeycloakForItsKeys() {
        KubernetesInstallation installation = KubernetesInstallation.read(manifests);
        Map<String, String> asking = installation
                .named(NetworkPolicy.class, "keycloak")
                .getSpec()
                .getIngress()
                .get(0)
                .getFrom()
                .get(0)
                .getPodSelector()
                .getMatchLabels();
        for (Deployment deployment : deployments()) {
            Map<String, String> pod =
                    deployment.getSpec().getTemplate().getMetadata().getLabels();
            assertThat(pod.entrySet().containsAll(asking.entrySet()))
                    .as(deployment.getMetadata().getName())
                    .isEqualTo(!isKeycloak(deployment));
        }
    }

    /** Sessions are in a replica's memory, and the console hands whole ledgers on. */
    @Test
    void oneHostLeadsABrowserToTheReplicaOfTheConsoleThatKnowsIt() {
        Ingress ingress = KubernetesInstallation.read(manifests).named(Ingress.class, "console");
        assertThat(ingress.getSpec().getRules()).singleElement().satisfies(rule -> {
            assertThat(ingress.getSpec().getTls().get(0).getHosts()).containsExactly(rule.getHost());
            assertThat(rule.getHttp().getPaths()).singleElement().satisfies(path -> {
                assertThat(path.getPath()).isEqualTo("/");
                assertThat(path.getBackend().getService().getName()).isEqualTo("console");
                assertThat(path.getBackend().getService().getPort().getName()).isEqualTo("http");
            });
        });
        Map<String, String> annotations = ingress.getMetadata().getAnnotations();
        assertThat(annotations).containsEntry("nginx.ingress.kubernetes.io/affinity", "cookie");
        assertThat(ServiceConfiguration.bytes(annotations
                        .getOrDefault("nginx.ingress.kubernetes.io/proxy-body-size", "1m")
                        .toUpperCase(Locale.ROOT)))
                .isGreaterThanOrEqualTo(
                        ServiceConfiguration.of("hazard-service").largestBody());
    }

    private static boolean isKeycloak(Deployment deployment) {
        return deployment.getMetadata().getName().equals(RunningIdentity.NAME);
    }

    private List<Deployment> deployments() {
        List<Deployment> deployments = KubernetesInstallation.read(manifests).all(Deployment.class);
        assertThat(deployments).hasSize(5);
        return deployments;
    }
}
