package io.bihuan.hazard.evidence;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;

/** A bucket of a store that speaks Amazon's S3. It is there already: nobody who writes evidence may make buckets. */
final class Bucket implements Store {

    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(20);
    private static final int ALL_IN_ONE_PART = -1;

    private final MinioClient client;
    private final String bucket;

    Bucket(S3Settings settings) {
        client = MinioClient.builder()
                .endpoint(settings.endpoint())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secret())
                .build();
        client.setTimeout(PATIENCE, PATIENCE, PATIENCE);
        bucket = settings.bucket();
    }

    @Override
    public void keep(String name, Content content, long length) throws IOException {
        if (isKept(name)) {
            return;
        }
        try (InputStream in = content.open()) {
            client.putObject(PutObjectArgs.builder().bucket(bucket).object(name).stream(in, length, ALL_IN_ONE_PART)
                    .contentType("application/octet-stream")
                    .build());
        } catch (MinioException | GeneralSecurityException e) {
            throw new IOException("cannot keep " + name + " in the bucket " + bucket, e);
        }
    }

    private boolean isKept(String name) throws IOException {
        try {
            client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(name).build());
            return true;
        } catch (ErrorResponseException e) {
            if (e.response().code() == 404 && e.errorResponse().code().equals("NoSuchKey")) {
                return false;
            }
            throw new IOException("cannot look into the bucket " + bucket, e);
        } catch (MinioException | GeneralSecurityException e) {
            throw new IOException("cannot look into the bucket " + bucket, e);
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        try {
            return client.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(name).build());
        } catch (MinioException | GeneralSecurityException e) {
            throw new IOException("cannot read " + name + " from the bucket " + bucket, e);
        }
    }
}
