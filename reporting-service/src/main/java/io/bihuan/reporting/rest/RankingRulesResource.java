package io.bihuan.reporting.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bihuan.reporting.Refusal;
import io.bihuan.reporting.ranking.Edition;
import io.bihuan.reporting.ranking.RuleBook;
import io.bihuan.reporting.ranking.Rules;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of rules that rankings are made by. */
@Path("/api/reports/ranking-rules")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rankings")
class RankingRulesResource {

    private final RuleBook rules;
    private final Call call;
    private final Asking asking;

    RankingRulesResource(RuleBook rules, Call call, Asking asking) {
        this.rules = rules;
        this.call = call;
        this.asking = asking;
    }

    /** Rules with their version. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "RankingRulesVersion", description = "Rules that rankings are or were made by")
    record Version(
            @Schema(description = "1 for those that come with the product; also the ETag")
            int version,

            @Schema(description = "When they were entered; null for those that come with the product") @Nullable
            OffsetDateTime recordedAt,

            @JsonUnwrapped Rules rules) {}

    /** All versions. */
    @Schema(name = "RankingRulesVersions")
    record Versions(List<Version> items) {}

    @GET
    @Pollable
    @Operation(
            operationId = "listRankingRules",
            summary = "Every version of the rules that rankings are made by, the newest first",
            description =
                    "A period is ranked by the version that was in force when it ended. The ETag is the newest version.")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content =
                    @Content(
                            schema = @Schema(implementation = Versions.class),
                            examples = @ExampleObject(name = "as shipped", value = Examples.RANKING_RULES_VERSIONS)))
    @APIResponse(responseCode = "304", description = "The newest version is that of the ETag in If-None-Match")
    public Response listRankingRules(@Context UriInfo uri) throws SQLException {
        asking.check(asking.queryOf(uri, List.of()));
        List<Edition> editions = rules.editions();
        return Response.ok(new Versions(editions.stream().map(this::version).toList()))
                .tag(Integer.toString(editions.get(0).version()))
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceRankingRules",
            summary = "Lets periods that are not over yet be ranked by other rules",
            description =
                    "Periods that are over keep the rules that were in force when they ended. The same rules again change nothing."
                            + " With If-Match only if the version in force is still the one that was seen.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Rules.class),
                            examples = @ExampleObject(name = "as shipped", value = Examples.RANKING_RULES)))
    @APIResponse(
            responseCode = "200",
            description = "The version now in force",
            content =
                    @Content(
                            schema = @Schema(implementation = Version.class),
                            examples = @ExampleObject(name = "as shipped", value = Examples.RANKING_RULES_VERSION)))
    @APIResponse(
            responseCode = "400",
            description = "A field is missing or wrong; `violations` names each",
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpValidationProblem")))
    @APIResponse(
            responseCode = "412",
            description = "Somebody changed them meanwhile",
            content = @Content(mediaType = ReportsResource.PROBLEM, schema = @Schema(ref = "HttpProblem")))
    public Response replaceRankingRules(@Nullable Rules wanted) throws SQLException {
        if (wanted == null) {
            throw new Refusal("", "field.json");
        }
        Edition edition = rules.replace(wanted, call.versions());
        return Response.ok(version(edition))
                .tag(Integer.toString(edition.version()))
                .build();
    }

    private Version version(Edition edition) {
        return new Version(edition.version(), asking.local(edition.recordedAt()), edition.rules());
    }
}
