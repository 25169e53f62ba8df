package io.bihuan.system.deployment;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of k8s/, each read into its model, and what they make together. */
final class KubernetesInstallation {

    private final List<Object> objects;

    private KubernetesInstallation(List<Object> objects) {
        this.objects = objects;
    }

    /** @throws IllegalArgumentException when an object does not fit its model, naming both */
    static KubernetesInstallation read(String manifests) {
        return new KubernetesInstallation(Repository.yaml(manifests).stream()
                .<Object>map(KubernetesModels::read)
                .toList());
    }

    <T> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> T named(Class<T> kind, String name) {
        return all(kind).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No " + kind.getSimpleName() + " " + name));
    }

    Installation installation() {
        PostgresModel.Cluster cluster = all(PostgresModel.Cluster.class).get(0);
        Kafka kafka = all(Kafka.class).get(0);
        String image = cluster.spec().imageName();
        return new Installation(
                all(Deployment.class).stream()
                        .filter(deployment ->
                                !deployment.getMetadata().getName().equals(RunningIdentity.NAME))
                        .map(this::runningService)
                        .toList(),
                identity(),
                topics(),
                databases(cluster),
                roles(cluster),
                kafka.getSpec().getKafka().getListeners().stream()
                        .map(listener -> kafka.getMetadata().getName() + "-kafka-bootstrap:" + listener.getPort())
                        .collect(Collectors.toSet()),
                Set.of(cluster.metadata().getName() + "-rw:5432"),
                Integer.parseInt(cluster.spec().postgresql().parameters().getOrDefault("max_connections", "100")),
                kafka.getSpec().getKafka().getVersion(),
                image.substring(image.indexOf(':') + 1).replaceFirst("\\D.*", ""));
    }

    private RunningIdentity identity() {
        Deployment deployment = named(Deployment.class, RunningIdentity.NAME);
        Container container =
                deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
        return new RunningIdentity(
                container.getImage(),
                RunningIdentity.realmAt(RunningIdentity.NAME + ":"
                        + named(Service.class, RunningIdentity.NAME)
                                .getSpec()
                                .getPorts()
                                .get(0)
                                .getPort()),
                environment(container),
                instances(deployment));
    }

    private Map<String, Integer> topics() {
        return all(KafkaTopic.class).stream()
                .collect(Collectors.toMap(topic -> topic.getMetadata().getName(), topic -> topic.getSpec()
                        .getPartitions()));
    }

    private Map<String, String> databases(PostgresModel.Cluster cluster) {
        Map<String, String> databases = new HashMap<>();
        for (PostgresModel.Database database : all(PostgresModel.Database.class)) {
            if (!roles(cluster).containsKey(database.spec().owner())) {
                throw new IllegalArgumentException("Database " + database.spec().name() + " belongs to nobody");
            }
            databases.put(database.spec().name(), database.spec().owner());
        }
        return databases;
    }

    private static Map<String, Boolean> roles(PostgresModel.Cluster cluster) {
        return cluster.spec().managed().roles().stream()
                .collect(Collectors.toMap(PostgresModel.Role::name, role -> Boolean.TRUE.equals(role.replication())));
    }

    private RunningService runningService(Deployment deployment) {
        String name = deployment.getMetadata().getName();
        Container container =
                deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
        List<HTTPGetAction> probes = probes(container);
        Set<Integer> ports = new TreeSet<>();
        container.getPorts().forEach(port -> ports.add(port.getContainerPort()));
        probes.forEach(probe -> ports.add(resolved(probe.getPort(), container)));
        named(Service.class, name).getSpec().getPorts().forEach(port -> {
            ports.add(port.getPort());
            ports.add(resolved(port.getTargetPort(), container));
        });
        return new RunningService(
                name,
                container.getImage(),
                ports,
                environment(container),
                probes.stream().map(HTTPGetAction::getPath).collect(Collectors.toSet()),
                Quantity.getAmountInBytes(container.getResources().getLimits().get("memory"))
                        .longValueExact(),
                Quantity.getAmountInBytes(deployment
                                .getSpec()
                                .getTemplate()
                                .getSpec()
                                .getVolumes()
                                .get(0)
                                .getEmptyDir()
                                .getSizeLimit())
                        .longValueExact(),
                instances(deployment));
    }

    private static int instances(Deployment deployment) {
        return deployment.getSpec().getReplicas()
                + deployment
                        .getSpec()
                        .getStrategy()
                        .getRollingUpdate()
                        .getMaxSurge()
                        .getIntVal();
    }

    static List<HTTPGetAction> probes(Container container) {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .map(Probe::getHttpGet)
                .toList();
    }

    private static int resolved(IntOrString port, Container container) {
        if (port.getIntVal() != null) {
            return port.getIntVal();
        }
        return container.getPorts().stream()
                .filter(named -> port.getStrVal().equals(named.getName()))
                .map(ContainerPort::getContainerPort)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(container.getName() + " has no port named " + port.getStrVal()));
    }

    private Map<String, Setting> environment(Container container) {
        Map<String, Setting> environment = new TreeMap<>();
        container.getEnvFrom().forEach(from -> named(
                        ConfigMap.class, from.getConfigMapRef().getName())
                .getData()
                .forEach((name, value) -> environment.put(name, Setting.written(value))));
        for (EnvVar variable : container.getEnv()) {
            environment.put(
                    variable.getName(),
                    variable.getValue() != null
                            ? Setting.written(variable.getValue())
                            : Setting.askedFor(
                                    variable.getValueFrom().getSecretKeyRef().getName()));
        }
        return environment;
    }

    /** The Secrets that whoever installs must make. */
    Set<String> secrets() {
        Installation installation = installation();
        Set<String> secrets = new HashSet<>();
        Stream.concat(
                        Stream.of(installation.identity().environment()),
                        installation.services().stream().map(RunningService::environment))
                .flatMap(environment -> environment.values().stream())
                .filter(Setting::asked)
                .map(Setting::value)
                .forEach(secrets::add);
        for (PostgresModel.Cluster cluster : all(PostgresModel.Cluster.class)) {
            cluster.spec()
                    .managed()
                    .roles()
                    .forEach(role -> secrets.add(role.passwordSecret().getName()));
        }
        return secrets;
    }
}
