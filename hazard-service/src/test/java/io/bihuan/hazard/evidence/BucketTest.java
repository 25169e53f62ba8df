package io.bihuan.hazard.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.filesystem.FilesystemApiMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that speaks S3 and verifies signatures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled before the first test
class BucketTest {

    private static final byte[] BYTES = {1, 2, 3};

    private BlobStoreContext blobs;
    private S3Proxy server;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("jclouds.filesystem.basedir", folder.toString());
        blobs = ContextBuilder.newBuilder(new FilesystemApiMetadata())
                .credentials("any", "any")
                .overrides(settings)
                .build(BlobStoreContext.class);
        BlobStore store = blobs.getBlobStore();
        store.createContainerInLocation(null, "evidence");
        server = S3Proxy.builder()
                .blobStore(store)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "key", "secret")
                .endpoint(URI.create("http://127.0.0.1:0"))
                .build();
        server.start();
        await().until(server::getState, "STARTED"::equals);
    }

    @AfterAll
    void stop() throws Exception {
        server.stop();
        blobs.close();
    }

    @Test
    void whatIsKeptIsReadAgainAndStays() throws IOException {
        Bucket bucket = bucket("evidence", "secret");
        bucket.keep("abcdef", () -> new ByteArrayInputStream(BYTES), 3);
        bucket.keep("abcdef", () -> new ByteArrayInputStream(new byte[9]), 9);

        assertThat(bucket.open("abcdef")).hasBinaryContent(BYTES);
    }

    @Test
    void theLargestEvidenceFits() throws IOException {
        Bucket bucket = bucket("evidence", "secret");
        byte[] large = new byte[20 * 1024 * 1024];
        bucket.keep("large", () -> new ByteArrayInputStream(large), large.length);

        assertThat(bucket.open("large")).hasBinaryContent(large);
    }

    @Test
    void whatIsNotKeptCannotBeRead() {
        assertThatThrownBy(() -> bucket("evidence", "secret").open("nothing")).isInstanceOf(IOException.class);
    }

    @Test
    void aBucketThatIsNotThereOrNotOursIsAFailureThatNamesIt() {
        assertThatThrownBy(() -> bucket("elsewhere", "secret").keep("a", () -> new ByteArrayInputStream(BYTES), 3))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("elsewhere");
        assertThatThrownBy(() -> bucket("evidence", "guessed").keep("a", () -> new ByteArrayInputStream(BYTES), 3))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("evidence");
    }

    private Bucket bucket(String name, String secret) {
        return new Bucket(new S3Settings("http://127.0.0.1:" + server.getPort(), "us-east-1", name, "key", secret));
    }
}
