package io.bihuan.hazard.handling;

import io.bihuan.hazard.lifecycle.Responsible;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 现场整改: a hazard that was fixed while the inspector looked on. It is found, assigned and rectified in one visit, and
 * still has to be re-inspected and closed.
 *
 * @param description what was done
 * @param rectifiedBy who did it
 * @param responsible the unit's responsible person
 * @param evidence ids of the proof
 */
public record OnTheSpot(
        String description,
        @Nullable String rectifiedBy,
        @Nullable Responsible responsible,
        List<String> evidence) {}
