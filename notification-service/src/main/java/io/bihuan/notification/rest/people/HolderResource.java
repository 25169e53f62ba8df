package io.bihuan.notification.rest.people;

import static java.util.Objects.requireNonNull;

import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.people.Directory;
import io.bihuan.notification.people.Post;
import io.bihuan.notification.rest.Discretion;
import io.bihuan.notification.rest.InSight;
import io.bihuan.notification.rest.Problems;
import io.bihuan.notification.rest.Query;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who would be told, by the contacts and the roster as they now stand. */
@Path(ContactResource.PATH + "/holders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts")
class HolderResource {

    private final Directory directory;
    private final InSight inSight;
    private final Discretion discretion;
    private final Problems problems;
    private final InstantSource time;
    private final ZoneId zone;

    HolderResource(
            Directory directory,
            InSight inSight,
            Discretion discretion,
            Problems problems,
            InstantSource time,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone) {
        this.directory = directory;
        this.inSight = inSight;
        this.discretion = discretion;
        this.problems = problems;
        this.time = time;
        this.zone = zone;
    }

    @GET
    @Operation(
            operationId = "whoIsTold",
            summary = "Who would be told for a post on a day, and why it is this person",
            description =
                    "Of a district's post that nobody holds there, who holds it in the nearest district above. Nobody, of a district or"
                            + " unit outside of the caller's.")
    @Parameter(
            name = "role",
            in = ParameterIn.QUERY,
            required = true,
            description = "The post: RESPONSIBLE and UNIT_HEAD are a unit's, the others a district's",
            schema = @Schema(implementation = Role.class))
    @Parameter(
            name = "unit",
            in = ParameterIn.QUERY,
            description = "Of a unit's post: its code, or its name where it has none",
            schema = @Schema(implementation = String.class, examples = "DW-000128"))
    @Parameter(
            name = "district",
            in = ParameterIn.QUERY,
            description = "Of a district's post: its code",
            schema = @Schema(implementation = String.class, examples = "630102001"))
    @Parameter(
            name = "day",
            in = ParameterIn.QUERY,
            description = "Local date; today, if not given",
            schema = @Schema(implementation = LocalDate.class))
    @APIResponse(responseCode = "200", description = "The person, or none")
    public HolderView holder(@Context UriInfo uri) {
        var query = new Query(uri.getQueryParameters(), problems);
        var role = query.oneOf("role", Role.class);
        var unit = query.text("unit");
        var district = query.text("district");
        var asked = query.date("day");
        if (role == null) {
            query.refuse("role", "required");
        } else if (role.ofUnit() ? unit == null : district == null) {
            query.refuse(role.ofUnit() ? "unit" : "district", "required");
        } else if (role.ofUnit() ? district != null : unit != null) {
            query.refuse(role.ofUnit() ? "district" : "unit", role.ofUnit() ? "not-of-district" : "not-of-unit", role);
        }
        query.refuseWhatIsWrong();
        var post = new Post(requireNonNull(role), unit, district);
        var day = asked == null ? time.instant().atZone(zone).toLocalDate() : asked;
        var seen = unit == null ? inSight.covers(requireNonNull(district)) : inSight.coversUnit(unit);
        var incumbent = seen ? directory.incumbents(Set.of(post), day).get(post) : null;
        return incumbent == null ? HolderView.nobody(post, day) : HolderView.of(post, day, incumbent, discretion);
    }
}
