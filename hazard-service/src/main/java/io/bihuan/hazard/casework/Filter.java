package io.bihuan.hazard.casework;

import io.bihuan.access.Scope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list; what is null does not narrow the list.
 *
 * @param scope what whoever asks may see
 * @param district a code: the district and all below it
 * @param hazard the one that the case has opened
 * @param overdueAt open cases with a milestone that is overdue at this instant
 * @param overdue that milestone; null for any
 */
public record Filter(
        Scope scope,
        @Nullable CaseStatus status,
        @Nullable String district,
        @Nullable CaseSource source,
        @Nullable String externalNumber,
        @Nullable UUID hazard,
        @Nullable Instant overdueAt,
        @Nullable Milestone overdue) {}
