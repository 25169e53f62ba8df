package io.bihuan.reporting.coverage;

import java.time.Instant;

/**
 * A responsible unit 责任单位 as one version of its file tells it.
 *
 * @param version 1, 2, 3… per unit
 * @param active false once it is closed
 * @param at from when it holds, in whole microseconds
 */
public record Unit(String code, int version, String districtCode, boolean active, Instant at) {}
