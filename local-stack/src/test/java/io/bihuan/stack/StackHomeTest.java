package io.bihuan.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackHomeTest {

    private final StackHome home;

    StackHomeTest(@TempDir Path temporary) {
        home = new StackHome(temporary.resolve("a home with spaces"));
    }

    @Test
    void secretsStayTheSameAndAreTheOwnersOnly() throws Exception {
        var secret = home.secret("hazard.password");

        assertThat(secret).hasSize(64).isEqualTo(home.secret("hazard.password"));
        assertThat(secret).isNotEqualTo(home.secret("sms.secret"));
        assertThat(permissions(home.path().resolve("secrets/hazard.password"))).isEqualTo("rw-------");
        assertThat(permissions(home.path())).isEqualTo("rwx------");
    }

    @Test
    void onlyOneLauncherHasTheHome() throws Exception {
        assertThat(home.isLocked()).isFalse();
        try (var lock = home.take()) {
            assertThat(lock.isOpen()).isTrue();
            assertThat(home.isLocked()).isTrue();
            assertThatThrownBy(home::take).hasMessageContaining("already runs in");
        }
        assertThat(home.isLocked()).isFalse();
    }

    @Test
    void resetDeletesAStacksStateAndNothingElse() throws Exception {
        home.secret("sms.secret");
        home.noteSimulated();
        assertThat(home.isSimulated()).isTrue();
        home.take().close();
        Files.createDirectories(home.part(StackHome.EVIDENCE));
        var foreign = Files.writeString(home.path().resolve("thesis.txt"), "not ours");

        home.delete();
        assertThat(foreign).exists();
        assertThat(home.path().resolve("secrets")).doesNotExist();
        assertThat(home.isSimulated()).isFalse();
        assertThat(home.part(StackHome.EVIDENCE)).doesNotExist();

        Files.delete(foreign);
        home.delete();
        assertThat(home.path()).doesNotExist();
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
