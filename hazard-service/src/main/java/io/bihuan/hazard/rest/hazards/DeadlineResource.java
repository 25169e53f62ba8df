package io.bihuan.hazard.rest.hazards;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.deadline.Deadlines;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.lifecycle.Deadline;
import io.bihuan.hazard.lifecycle.ExtensionRequest;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.rest.Times;
import io.bihuan.hazard.rest.hazards.Explanation.Dated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a hazard's deadline is what it is (ADR 11). */
@Path("/api/hazards/{id}/deadline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hazards 隐患")
class DeadlineResource {

    private static final int MOST_DAYS = 3650;

    private final Hazards hazards;
    private final History history;
    private final Deadlines deadlines;
    private final DeadlineWords words;
    private final ObjectMapper mapper;
    private final Times times;

    DeadlineResource(
            Hazards hazards,
            History history,
            Deadlines deadlines,
            DeadlineWords words,
            ObjectMapper mapper,
            Times times) {
        this.hazards = hazards;
        this.history = history;
        this.deadlines = deadlines;
        this.words = words;
        this.mapper = mapper;
        this.times = times;
    }

    @GET
    @Operation(
            summary = "Why the hazard's deadline is what it is",
            description = "The policy's line, the days that counted and those that did not, and the extensions.")
    public DeadlineView explainDeadline(UUID id) {
        Hazard hazard = hazards.findByIdOptional(id).orElseThrow(() -> new NotOnRecord("hazard", id));
        return hazard.dueAt() == null
                ? DeadlineView.notAssigned(words)
                : DeadlineView.of(explanation(hazard, hazard.dueAt()), words);
    }

    @GET
    @Path("proposal")
    @Operation(
            summary = "Which deadline an order to rectify would set now, and why",
            description =
                    "The policy's for the hazard's grade and category, or the one that the given days lead to. Sets nothing.")
    public DeadlineView proposeDeadline(
            UUID id,
            @QueryParam("withinDays")
                    @Parameter(
                            description = "Local days after today; due at 24:00 of the last",
                            example = "7",
                            schema = @Schema(implementation = Integer.class, minimum = "0", maximum = "3650"))
                    @Nullable
                    String withinDays) {
        Hazard hazard = hazards.findByIdOptional(id).orElseThrow(() -> new NotOnRecord("hazard", id));
        Instant now = times.now();
        Deadline deadline = withinDays == null
                ? deadlines.byPolicy(hazard.grade(), hazard.category(), now)
                : deadlines.within(days(withinDays), now);
        Integer version = deadline.policyVersion();
        return DeadlineView.of(
                new Explanation(
                        deadline.dueAt(),
                        deadline.dueAt(),
                        false,
                        now,
                        version == null
                                ? null
                                : new Dated(version, deadlines.basis(hazard.grade(), hazard.category(), version, now)),
                        null,
                        List.of(),
                        deadlines.latestExtension(hazard.grade(), hazard.category(), version, deadline.dueAt())),
                words);
    }

    private static int days(String text) {
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > MOST_DAYS) {
            throw new Refusal("withinDays", "withinDays.range", text, MOST_DAYS);
        }
        return Integer.parseInt(text);
    }

    private Explanation explanation(Hazard hazard, Instant dueAt) {
        DeadlineStory story = DeadlineStory.of(hazard.grade(), history.of(hazard.id()), mapper);
        Instant from = Objects.requireNonNull(hazard.dueFrom());
        Instant originalDueAt = Objects.requireNonNull(hazard.originalDueAt());
        Integer version = hazard.policyVersion();
        ExtensionRequest request = hazard.extensionRequest();
        Integer pending = request == null ? null : request.n();
        return new Explanation(
                dueAt,
                originalDueAt,
                hazard.overdue(times.now()),
                from,
                version == null
                        ? null
                        : new Dated(version, deadlines.basis(story.grade(), hazard.category(), version, from)),
                story.regradedAt(),
                story.extensions().stream().map(each -> each.waiting(pending)).toList(),
                deadlines.latestExtension(hazard.grade(), hazard.category(), version, originalDueAt));
    }
}
