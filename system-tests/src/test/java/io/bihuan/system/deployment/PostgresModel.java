package io.bihuan.system.deployment;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that we use of CloudNativePG's custom resources, {@code postgresql.cnpg.io/v1}. CloudNativePG publishes no
 * Java model; these records were written from its CRDs. A field that is not here is refused until somebody has looked
 * it up and added it, which is the point.
 */
final class PostgresModel {

    private PostgresModel() {}

    record Cluster(String apiVersion, String kind, ObjectMeta metadata, ClusterSpec spec) {}

    record ClusterSpec(
            int instances,
            String imageName,
            Storage storage,
            @Nullable Storage walStorage,
            ResourceRequirements resources,
            Postgresql postgresql,
            Managed managed) {}

    record Storage(String size) {}

    record Postgresql(@Nullable Synchronous synchronous, Map<String, String> parameters) {}

    record Synchronous(Method method, int number) {}

    enum Method {
        any,
        first
    }

    record Managed(List<Role> roles) {}

    record Role(
            String name,
            Ensure ensure,
            @Nullable String comment,
            boolean login,
            @Nullable Boolean replication,
            LocalObjectReference passwordSecret) {}

    enum Ensure {
        present,
        absent
    }

    record Database(String apiVersion, String kind, ObjectMeta metadata, DatabaseSpec spec) {}

    record DatabaseSpec(
            String name,
            String owner,
            LocalObjectReference cluster,
            String template,
            String encoding,
            String localeProvider,
            String builtinLocale,
            ReclaimPolicy databaseReclaimPolicy) {}

    enum ReclaimPolicy {
        retain,
        delete
    }
}
