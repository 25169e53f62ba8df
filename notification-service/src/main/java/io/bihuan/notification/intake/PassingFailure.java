package io.bihuan.notification.intake;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is worth waiting for. A record that the database refuses for what is in it, or that our own arithmetic stumbles
 * over, will fail again however long one waits; everything else (no connection, a deadlock, a full disk, a shutdown) passes.
 * Public because the fault tolerance library makes it.
 */
public final class PassingFailure implements Predicate<Throwable> {

    @Override
    public boolean test(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                // Class 22 is a data exception and 23 an integrity constraint violation (SQL standard, part 2).
                return !sql.getSQLState().startsWith("22") && !sql.getSQLState().startsWith("23");
            }
        }
        return !(failure instanceof DateTimeException
                || failure instanceof ArithmeticException
                || failure instanceof IllegalArgumentException
                || failure instanceof NullPointerException);
    }
}
