package io.bihuan.hazard.rest.hazards;

import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Once;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** How every call that takes a step answers: once, with the hazard as it now stands. */
@ApplicationScoped
class Stepping {

    private final Once once;
    private final HazardViews views;

    Stepping(Once once, HazardViews views) {
        this.once = once;
        this.views = views;
    }

    Response answer(Object request, Supplier<Hazard> command) {
        return once.answer(request, () -> {
            Hazard hazard = command.get();
            return Answer.changed(hazard.version(), views.of(hazard));
        });
    }
}
