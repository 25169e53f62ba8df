package io.bihuan.hazard.evidence;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The store that is configured: a bucket where an S3 endpoint is given, or else a folder. */
@Singleton
class StoreInUse {

    /** Made at start, so that a folder that cannot be written stops the service and not the first photo. */
    @Produces
    @Singleton
    @Startup
    Store store(
            @ConfigProperty(name = "bihuan.evidence.folder") Path folder,
            @ConfigProperty(name = "bihuan.evidence.s3.endpoint") Optional<String> endpoint,
            @ConfigProperty(name = "bihuan.evidence.s3.region") String region,
            @ConfigProperty(name = "bihuan.evidence.s3.bucket") Optional<String> bucket,
            @ConfigProperty(name = "bihuan.evidence.s3.access-key") Optional<String> accessKey,
            @ConfigProperty(name = "bihuan.evidence.s3.secret") Optional<String> secret)
            throws IOException {
        return endpoint.isEmpty()
                ? new Folder(folder)
                : new Bucket(new S3Settings(
                        endpoint.get(), region, bucket.orElseThrow(), accessKey.orElseThrow(), secret.orElseThrow()));
    }
}
