package io.bihuan.hazard.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bihuan.stack.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A new key takes over, and the old one may go. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class RotationTest {

    private static final Identity SOMEBODY = new Identity("来电人", "13911112222");

    @Inject
    EntityManager database;

    @Inject
    Citizens citizens;

    @Inject
    @ConfigProperty(name = Keyring.PROPERTY)
    List<String> configured;

    @Test
    void whatIsEncryptedUnderAnOldKeyIsEncryptedAnewAndReadAsBefore() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        citizens.keep(Capacity.CALLER, first, SOMEBODY);
        citizens.keep(Capacity.WITNESS, second, SOMEBODY);
        assertThat(keyOf(first)).isEqualTo(1);
        try {
            rotation(configured.get(1), configured.get(0)).renew();

            assertThat(keyOf(first)).isEqualTo(2);
            assertThat(keyOf(second)).isEqualTo(2);
            assertThat(database.createNativeQuery("""
                                    select (select count(*) from citizen_identity where key_id = 1)
                                         + (select count(*) from import_piece where key_id = 1)""").getSingleResult())
                    .as("what the old key is needed for")
                    .isEqualTo(0L);
            rotation(configured.get(1)).demandKeysInUse(new StartupEvent());
            assertThat(citizens.look(first, new Author("test", "test"), null))
                    .containsEntry(Capacity.CALLER, new Known(SOMEBODY, null));
        } finally {
            rotation(configured.get(0), configured.get(1)).renew();
        }
        assertThat(keyOf(first)).isEqualTo(1);
    }

    @Test
    void theServiceDoesNotStartWithoutAKeyThatIsNeededStillAndSaysWhich() {
        citizens.keep(Capacity.CALLER, UUID.randomUUID(), SOMEBODY);
        Rotation without = rotation(configured.get(1));
        assertThatThrownBy(
                        () -> QuarkusTransaction.requiringNew().run(() -> without.demandKeysInUse(new StartupEvent())))
                .hasStackTraceContaining("no longer has key 1, under which rows of citizen_identity are encrypted")
                .hasStackTraceContaining("Put it back behind the key in use");
    }

    @Test
    void theServiceDoesNotStartWithAnotherKeyUnderAnOldNumber() {
        citizens.keep(Capacity.CALLER, UUID.randomUUID(), SOMEBODY);
        Rotation other = rotation("1:" + "a".repeat(64));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> other.demandKeysInUse(new StartupEvent())))
                .hasStackTraceContaining("cannot be decrypted");
    }

    private Rotation rotation(String... keys) {
        return new Rotation(database, Keyring.of(List.of(keys)));
    }

    private int keyOf(UUID subject) {
        return (int) database.createNativeQuery("select key_id from citizen_identity where subject_id = :subject")
                .setParameter("subject", subject)
                .getSingleResult();
    }
}
