package io.bihuan.hazard.rest.privacy;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.privacy.Capacity;
import io.bihuan.hazard.privacy.Citizens;
import io.bihuan.hazard.privacy.Known;
import io.bihuan.hazard.rest.Discretion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks, by the person who calls, at who reported. Each is on record before it is answered. */
@ApplicationScoped
class Looking {

    static final String RECORDED =
            "The look is recorded, with who looked, when, and why if that is given. A GET, and yet not to be repeated idly.";
    static final String WHY = "Why the person has to know, kept with the look; at most 200 characters";

    private static final int LONGEST_REASON = 200;

    private final Citizens citizens;
    private final Discretion discretion;

    Looking(Citizens citizens, Discretion discretion) {
        this.citizens = citizens;
        this.discretion = discretion;
    }

    /** All that is known beside a case or hazard. */
    Map<Capacity, Known> at(UUID subject, @Nullable String why) {
        if (why != null && (why.length() > LONGEST_REASON || why.indexOf('\0') >= 0)) {
            throw new Refusal("why", "look.why", LONGEST_REASON);
        }
        return citizens.look(subject, discretion.author(), why == null || why.isBlank() ? null : why.strip());
    }

    /** Who looked at it until now. */
    LookList until(UUID subject) {
        return LookList.of(citizens.looks(subject));
    }
}
