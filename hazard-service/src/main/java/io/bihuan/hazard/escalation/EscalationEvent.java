package io.bihuan.hazard.escalation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code hazard.escalated} ({@code contracts/notification-events}). {@link EscalationReader}
 * has held it to its constraints before anybody else sees it.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record EscalationEvent(
        @NotNull UUID hazardId,
        @Min(1) int round,
        @NotNull Instant dueAt,
        @NotNull @Pattern(regexp = CODE) String step,
        @Min(1) @Max(20) int level,
        @Nullable String document,
        @Min(1) int ladderVersion,
        @NotNull Instant at,
        @NotNull Instant recordedAt,
        @NotNull List<@NotNull @Valid Told> told) {

    /** Of a step or a role. */
    static final String CODE = "[A-Z][A-Z0-9_]{0,39}";
}
