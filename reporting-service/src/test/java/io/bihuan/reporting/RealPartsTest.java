package io.bihuan.reporting;

import io.bihuan.reporting.testing.Kept;
import io.bihuan.reporting.testing.Life;
import io.bihuan.reporting.testing.StandingClock;
import io.bihuan.reporting.testing.Topics;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import java.util.List;

/** A test of the whole service on a real database and broker; subclasses say {@code @QuarkusTest}. */
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
abstract class RealPartsTest {

    @Inject
    Topics topics;

    @Inject
    Kept kept;

    @Inject
    StandingClock clock;

    /** Tells the lives and waits until the service knows them. */
    void tell(Life... lives) {
        tell(List.of(lives));
    }

    void tell(List<Life> lives) {
        topics.send(lives.stream().flatMap(life -> life.events().stream()).toList());
        kept.awaitLives(lives);
    }
}
