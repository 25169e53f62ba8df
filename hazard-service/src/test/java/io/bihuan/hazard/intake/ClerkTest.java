package io.bihuan.hazard.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bihuan.access.Person;
import io.bihuan.access.Role;
import io.bihuan.access.Scope;
import io.bihuan.hazard.SettableClock;
import io.bihuan.hazard.intake.Progress.RowError;
import io.bihuan.hazard.intake.Progress.State;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An import goes on where it stopped, whatever happens to who was at it. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class ClerkTest {

    private static final Person OFFICE = new Person("office", "市专班办公室", Set.of(Role.OFFICE), List.of("63"), null);

    private static final UUID ANOTHER = UUID.randomUUID();

    @Inject
    Imports imports;

    @Inject
    Jobs jobs;

    @Inject
    Entry entry;

    @Inject
    Clerk clerk;

    @Inject
    Hazards hazards;

    @Inject
    Scheduler scheduler;

    @Inject
    SettableClock clock;

    @BeforeEach
    void nobodyWorksUnasked() {
        clock.reset();
        scheduler.pause("imports");
    }

    @AfterEach
    void workAgain() {
        scheduler.resume("imports");
    }

    @Test
    void anImportIsTakenUpAtTheRowThatItsSilentHolderHadReached() {
        UUID id = submit("silent", 5);
        Claim other = claimedByAnother(id);
        enter(other, 2);

        clerk.work();
        assertThat(imports.progress(id, OFFICE))
                .extracting(Progress::state, Progress::done)
                .containsExactly(State.RUNNING, 2L);

        clock.advance(Jobs.HOLD.plusSeconds(1));
        clerk.work();
        assertThat(imports.progress(id, OFFICE)).isEqualTo(new Progress(id, State.DONE, 5, 5, 5, 0, 0, 0, List.of()));
    }

    @Test
    void whoWasOvertakenWritesNothingMore() {
        UUID id = submit("overtaken", 3);
        Claim other = claimedByAnother(id);
        clock.advance(Jobs.HOLD.plusSeconds(1));
        clerk.work();

        List<Told> late = List.of(lives("overtaken", 4).get(3));
        assertThatThrownBy(() -> entry.enter(other, late, clock.instant())).isInstanceOf(Claim.Lost.class);
        assertThat(hazards.count("ledger", "overtaken")).isEqualTo(3);
        assertThat(imports.progress(id, OFFICE)).isEqualTo(new Progress(id, State.DONE, 3, 3, 3, 0, 0, 0, List.of()));
    }

    @Test
    void whoLeavesInGoodOrderLeavesTheRestToOthersAtOnce() {
        UUID id = submit("left", 3);
        Claim other = claimedByAnother(id);
        enter(other, 1);
        jobs.end(other, State.QUEUED);

        clerk.work();
        assertThat(imports.progress(id, OFFICE)).isEqualTo(new Progress(id, State.DONE, 3, 3, 3, 0, 0, 0, List.of()));
    }

    @Test
    void anImportThatNobodyGetsOnWithIsGivenUp() {
        UUID id = submit("stuck", 1);
        for (int attempt = 0; attempt < 5; attempt++) {
            claimedByAnother(id);
            clock.advance(Jobs.HOLD.plusSeconds(1));
        }

        clerk.work();
        assertThat(imports.progress(id, OFFICE).state()).isEqualTo(State.FAILED);
        assertThat(imports.progress(id, OFFICE).errors())
                .extracting(RowError::reason)
                .containsExactly("import.givenUp");
    }

    @Test
    void aRowThatSpoilsItsBatchIsTheOnlyOneThatFails() {
        clerk.work();
        String file = file(3) + "3,2026-04-04,,未装报警器,某餐馆,2026-04-05,2026-04-12,,,,,,\n";
        UUID id = imports.check(
                        Ledgers.bytes(file),
                        mapping("spoilt")
                                .replace(
                                        "{value: \"630102\"}",
                                        "{column: 编号, codes: {0: \"630102\", 1: ZZ, 2: \"630102\", 3: \"630102\"}}"))
                .submit(OFFICE, Scope.EVERYWHERE)
                .id();

        clerk.work();

        Progress ended = imports.progress(id, OFFICE);
        assertThat(ended)
                .extracting(Progress::state, Progress::done, Progress::created, Progress::failed)
                .containsExactly(State.DONE, 4L, 3L, 1L);
        assertThat(ended.errors())
                .extracting(RowError::row, RowError::reason)
                .containsExactly(tuple(3L, "district.unknown"));
    }

    private UUID submit(String ledger, int rows) {
        clerk.work();
        return imports.check(Ledgers.bytes(file(rows)), mapping(ledger))
                .submit(OFFICE, Scope.EVERYWHERE)
                .id();
    }

    private Claim claimedByAnother(UUID id) {
        Claim claim = jobs.claim(ANOTHER).orElseThrow();
        assertThat(claim.job()).isEqualTo(id);
        return claim;
    }

    private void enter(Claim claim, int rows) {
        entry.enter(claim, lives(MappingReader.read(claim.mapping()).ledger(), rows), clock.instant());
    }

    private static List<Told> lives(String ledger, int rows) {
        LifeReader reader = new LifeReader(MappingReader.read(mapping(ledger)));
        return Ledgers.rows(mapping(ledger), Ledgers.bytes(file(rows))).stream()
                .<Told>map(row -> new Told.Life(row.number(), reader.read(row, SettableClock.START)))
                .toList();
    }

    private static String mapping(String ledger) {
        return Ledgers.BY_DATES.replace("城东台账", ledger);
    }

    private static String file(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(n -> n + ",2026-04-0" + (n + 1) + ",,未装报警器,,,,,,,,,\n")
                .collect(Collectors.joining("", Ledgers.HEADER + "\n", ""));
    }
}
