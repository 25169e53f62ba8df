package io.bihuan.hazard.rest.hazards;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.deadline.Deadlines;
import io.bihuan.hazard.history.History;
import io.bihuan.hazard.lifecycle.ExtensionRequest;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.lifecycle.Hazards;
import io.bihuan.hazard.rest.Times;
import io.bihuan.hazard.rest.hazards.Explanation.Dated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why a hazard's deadline is what it is (ADR 11). */
@Path("/api/hazards/{id}/deadline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hazards 隐患")
class DeadlineResource {

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
