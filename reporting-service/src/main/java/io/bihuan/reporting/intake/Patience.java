package io.bihuan.reporting.intake;

import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tries until it works. A database or broker that is away is waited for, however long it takes: an event is neither skipped nor called
 * broken for it. Only when the database is there and refuses a value is there no point in trying again.
 */
@ApplicationScoped
class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final Guard guard = Guard.create()
            .withDescription("what needs the database or the broker")
            .withRetry()
            .maxRetries(-1)
            .maxDuration(0, ChronoUnit.MILLIS)
            .delay(100, ChronoUnit.MILLIS)
            .jitter(50, ChronoUnit.MILLIS)
            .whenException(failure -> refusal(failure) == null)
            .beforeRetry(failure -> LOG.warnf("Waiting for the database or the broker: %s", rootOf(failure)))
            .withExponentialBackoff()
            .maxDelay(5, ChronoUnit.SECONDS)
            .done()
            .done()
            .build();

    <T> T untilDone(Callable<T> work, Class<T> type) throws Exception {
        return guard.call(work, type);
    }

    /**
     * The database's word that a value can't be kept (SQLSTATE classes 22 and 23), or our own that it can't be reckoned with; null if
     * the failure is another.
     */
    static @Nullable Throwable refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null) {
                String state = refused.getSQLState();
                return state.startsWith("22") || state.startsWith("23") ? refused : null;
            }
            if (cause instanceof DateTimeException || cause instanceof ArithmeticException) {
                return cause;
            }
        }
        return null;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
