package io.bihuan.reporting.facts;

import java.time.Instant;
import java.util.UUID;

/**
 * A step of the escalation ladder that an overdue hazard reached.
 *
 * @param at when, in whole microseconds
 */
public record Escalation(UUID hazard, Instant at) {}
