package io.bihuan.hazard.deadline;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import java.time.Instant;
import java.util.UUID;

/**
 * A hazard that is being rectified, as far as its deadline goes.
 *
 * @param from when the counting began
 */
record OpenHazard(
        UUID id, String number, String districtCode, Grade grade, Category category, Instant from, Instant dueAt) {}
