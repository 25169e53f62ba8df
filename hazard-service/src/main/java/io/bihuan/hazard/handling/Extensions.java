package io.bihuan.hazard.handling;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.deadline.Deadlines;
import io.bihuan.hazard.lifecycle.ExtensionRequest;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.HazardEvent;
import io.bihuan.hazard.lifecycle.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The commands that move a deadline 延期: a unit asks, a supervisor decides. */
@ApplicationScoped
@Transactional
public class Extensions {

    private final Steps steps;
    private final Deadlines deadlines;

    Extensions(Steps steps, Deadlines deadlines) {
        this.steps = steps;
        this.deadlines = deadlines;
    }

    /** Asks for a later deadline, with what holds the danger meanwhile. */
    public Hazard ask(Target target, Instant until, String reason, String interimControls, Occasion occasion) {
        return steps.take(
                target,
                occasion,
                hazard -> hazard.requestExtension(until, reason, interimControls, latest(hazard, until), occasion));
    }

    /** How far the policy lets a hazard's deadline be extended; one that has no deadline yet has nothing to extend. */
    private Instant latest(Hazard hazard, Instant until) {
        Instant original = hazard.originalDueAt();
        return original == null
                ? until
                : deadlines.latestExtension(hazard.grade(), hazard.category(), hazard.policyVersion(), original);
    }

    /**
     * Decides the hazard's n-th request.
     *
     * @throws NotOnRecord if so many were never made
     */
    public Hazard decide(Target target, int n, boolean approved, @Nullable String reason, Occasion occasion) {
        return steps.take(target, occasion, hazard -> decide(hazard, n, approved, reason, occasion));
    }

    private static HazardEvent decide(
            Hazard hazard, int n, boolean approved, @Nullable String reason, Occasion occasion) {
        if (n < 1 || n > hazard.extensions()) {
            throw new NotOnRecord("extensionRequest", n);
        }
        ExtensionRequest pending = hazard.extensionRequest();
        if (pending != null && pending.n() != n) {
            throw new Refusal("n", "extension.decided", n);
        }
        if (!approved && reason == null) {
            throw new Refusal("reason", "extension.refusalReason");
        }
        return approved
                ? hazard.extend(reason, occasion)
                : hazard.refuseExtension(Objects.requireNonNull(reason), occasion);
    }
}
