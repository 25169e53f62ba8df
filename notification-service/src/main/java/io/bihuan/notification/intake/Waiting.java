package io.bihuan.notification.intake;

import io.smallrye.faulttolerance.api.BeforeRetryHandler;
import org.eclipse.microprofile.faulttolerance.ExecutionContext;
import org.jboss.logging.Logger;

/** Says that something is waited for, since to an operator it looks as if nothing happened. Public for the library. */
public final class Waiting implements BeforeRetryHandler {

    private static final Logger LOG = Logger.getLogger(Waiting.class);

    @Override
    public void handle(ExecutionContext context) {
        LOG.warnf("Will try again: %s", context.getFailure());
    }
}
