package io.bihuan.hazard.escalation;

import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tries until it works: a database or broker that is away is waited for, however long it takes. Only when the database is
 * there and refuses what it is given is there no point in trying again.
 */
@ApplicationScoped
class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final Guard guard = Guard.create()
            .withDescription("escalations, which need the database or the broker")
            .withRetry()
            .maxRetries(-1)
            .maxDuration(0, ChronoUnit.MILLIS)
            .delay(100, ChronoUnit.MILLIS)
            .jitter(50, ChronoUnit.MILLIS)
            .whenException(failure -> refusal(failure) == null)
            .beforeRetry(failure -> LOG.warnf("Waiting for the database or the broker: %s", failure))
            .withExponentialBackoff()
            .maxDelay(5, ChronoUnit.SECONDS)
            .done()
            .done()
            .build();

    void untilDone(Callable<Boolean> work) throws Exception {
        guard.call(work, Boolean.class);
    }

    /** The database's word that it can't keep a value (SQLSTATE classes 22 and 23); null if the failure is another. */
    static @Nullable SQLException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                String state = refused.getSQLState();
                // Of a batch, the first only says which statement it was; what is wrong with it comes next.
                SQLException said = refused.getNextException() == null ? refused : refused.getNextException();
                return state.startsWith("22") || state.startsWith("23") ? said : null;
            }
        }
        return null;
    }
}
