package io.bihuan.notification.rest.people;

import io.bihuan.access.CurrentPerson;
import io.bihuan.notification.ladder.Role;
import io.bihuan.notification.people.Contact;
import io.bihuan.notification.people.ContactEntry;
import io.bihuan.notification.people.ContactFilter;
import io.bihuan.notification.people.Contacts;
import io.bihuan.notification.rest.Answer;
import io.bihuan.notification.rest.Call;
import io.bihuan.notification.rest.Discretion;
import io.bihuan.notification.rest.InSight;
import io.bihuan.notification.rest.Once;
import io.bihuan.notification.rest.Page;
import io.bihuan.notification.rest.Problems;
import io.bihuan.notification.rest.Query;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of contacts 联系人. */
@Path(ContactResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts", description = "Who is told of what: personal data, which leaves by these calls alone")
class ContactResource {

    static final String PATH = "/api/notifications/contacts";

    private final Contacts contacts;
    private final InSight inSight;
    private final CurrentPerson current;
    private final Discretion discretion;
    private final Once once;
    private final Call call;
    private final Problems problems;

    ContactResource(
            Contacts contacts,
            InSight inSight,
            CurrentPerson current,
            Discretion discretion,
            Once once,
            Call call,
            Problems problems) {
        this.contacts = contacts;
        this.inSight = inSight;
        this.current = current;
        this.discretion = discretion;
        this.once = once;
        this.call = call;
        this.problems = problems;
    }

    @GET
    @Operation(
            operationId = "listContacts",
            summary = "Contacts post by post, at each the holder first and then the deputies",
            description =
                    "Filters are combined with AND. The caller sees those of his districts' posts, and of the posts of units that"
                            + " have hazards there.")
    @Parameter(
            name = "unit",
            in = ParameterIn.QUERY,
            description = "At this unit's posts: its code or name, as it is on file",
            schema = @Schema(implementation = String.class, examples = "DW-000128"))
    @Parameter(
            name = "district",
            in = ParameterIn.QUERY,
            description = "At the posts of this district and all below it",
            schema = @Schema(implementation = String.class, examples = "6301"))
    @Parameter(
            name = "role",
            in = ParameterIn.QUERY,
            description = "At this post only",
            schema = @Schema(implementation = Role.class))
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Stands in the name, the unit or, for who sees phones in full, the phone",
            schema = @Schema(implementation = String.class, examples = "联络员"))
    @Parameter(
            name = "active",
            in = ParameterIn.QUERY,
            description = "true for those in use, false for the others",
            schema = @Schema(implementation = Boolean.class))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most, 1 to 500",
            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "500", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "nextCursor of the page before",
            schema = @Schema(implementation = String.class))
    @APIResponse(responseCode = "200", description = "One page")
    public Page<ContactView> list(@Context UriInfo uri) {
        var query = new Query(uri.getQueryParameters(), problems);
        var filter = new ContactFilter(
                query.text("unit"),
                query.text("district"),
                query.oneOf("role", Role.class),
                query.text("q"),
                discretion.showsPhones(),
                query.yesOrNo("active"));
        var after = query.cursor();
        int limit = query.limit();
        query.refuseWhatIsWrong();
        return Page.of(contacts.postByPost(filter, inSight.scope(), after, limit + 1), limit, Contact::id, this::view);
    }

    @POST
    @Operation(
            operationId = "addContact",
            summary = "Takes a contact on file",
            description =
                    "A unit or district need not be known: one that nobody mentions anywhere else is simply never asked for.")
    @APIResponse(
            responseCode = "201",
            description = "The contact; Location names it",
            content = @Content(schema = @Schema(implementation = ContactView.class)))
    public Response add(@NotNull @Valid ContactEntry entry) throws SQLException {
        inSight.demandOwn(entry.districtCode(), entry.unit());
        return once.answer(entry, () -> {
            var contact = contacts.add(entry.by(current.nameOnRecord(entry.recordedBy())));
            return Answer.created(PATH + "/" + contact.id(), contact.version(), view(contact));
        });
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "showContact",
            summary = "One contact as it now stands on file",
            description = "Its ETag is its version.")
    @APIResponseSchema(ContactView.class)
    public Response show(UUID id, @Context Request request) {
        var contact = contacts.demand(id);
        var tag = tag(contact);
        var unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.build()
                : Response.ok(view(contact)).tag(tag).build();
    }

    @PUT
    @Path("{id}")
    @Operation(
            operationId = "replaceContact",
            summary = "Lets a contact stand on file like this, in place of what stood there",
            description =
                    "What the body leaves out is empty afterwards, but for the place, which stays. The same again changes nothing.")
    @APIResponseSchema(ContactView.class)
    public Response replace(UUID id, @NotNull @Valid ContactEntry entry) {
        inSight.demandOwn(entry.districtCode(), entry.unit());
        var contact = contacts.replace(id, entry.by(current.nameOnRecord(entry.recordedBy())), call.versions());
        return Response.ok(view(contact)).tag(tag(contact)).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "retireContact",
            summary = "Takes a contact out of use",
            description =
                    "It stays on file and is told of nothing any more; PUT with active brings it back. If-Match is heeded.")
    @APIResponse(responseCode = "204", description = "It is out of use")
    public void retire(UUID id) {
        contacts.retire(id, call.versions(), current.get().name());
    }

    private ContactView view(Contact contact) {
        return ContactView.of(contact, discretion);
    }

    private static EntityTag tag(Contact contact) {
        return new EntityTag(Integer.toString(contact.version()));
    }
}
