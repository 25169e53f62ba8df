package io.bihuan.hazard.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

    private static final byte[] BYTES = {1, 2, 3};

    private final Path root;

    FolderTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void whatIsKeptIsReadAgainFromAPlaceThatItsNameTells() throws IOException {
        Folder folder = new Folder(root.resolve("not/yet/there"));
        folder.keep("abcdef", () -> new ByteArrayInputStream(BYTES), 3);

        assertThat(folder.open("abcdef")).hasBinaryContent(BYTES);
        assertThat(root.resolve("not/yet/there/ab/cd/abcdef")).hasBinaryContent(BYTES);
    }

    @Test
    void whatIsKeptStays() throws IOException {
        Folder folder = new Folder(root);
        folder.keep("abcdef", () -> new ByteArrayInputStream(BYTES), 3);
        folder.keep("abcdef", () -> new ByteArrayInputStream(new byte[9]), 9);

        assertThat(folder.open("abcdef")).hasBinaryContent(BYTES);
    }

    @Test
    void ofAContentThatBreaksOffNothingIsLeft() throws IOException {
        Folder folder = new Folder(root);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> folder.keep(
                        "abcdef", () -> new SequenceInputStream(new ByteArrayInputStream(BYTES), broken), 3))
                .hasMessage("gone");
        assertThatThrownBy(() -> folder.open("abcdef")).isInstanceOf(NoSuchFileException.class);
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
