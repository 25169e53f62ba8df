package io.bihuan.notification.people;

import io.bihuan.notification.ladder.Role;
import org.jspecify.annotations.Nullable;

/**
 * A post that somebody holds.
 *
 * @param role which
 * @param unit for a post of a unit: its code, or its name where no code is known; null for one of a district
 * @param districtCode for a post of a district: the nearest district above it where somebody holds the post counts
 */
public record Post(
        Role role, @Nullable String unit, @Nullable String districtCode) {}
