package io.bihuan.notification.rest.texts;

import io.bihuan.access.CurrentPerson;
import io.bihuan.notification.NotOnRecord;
import io.bihuan.notification.rest.Answer;
import io.bihuan.notification.rest.Call;
import io.bihuan.notification.rest.Once;
import io.bihuan.notification.rest.Problems;
import io.bihuan.notification.texts.BadTemplate;
import io.bihuan.notification.texts.Edition;
import io.bihuan.notification.texts.Subject;
import io.bihuan.notification.texts.Template;
import io.bihuan.notification.texts.Templates;
import io.bihuan.notification.texts.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The templates of messages. */
@Path("/api/notifications/templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Templates", description = "What people are told 短信模板, in Chinese and English")
class TemplateResource {

    private final Templates templates;
    private final Texts texts;
    private final CurrentPerson current;
    private final Once once;
    private final Call call;
    private final Problems problems;

    TemplateResource(Templates templates, Texts texts, CurrentPerson current, Once once, Call call, Problems problems) {
        this.templates = templates;
        this.texts = texts;
        this.current = current;
        this.once = once;
        this.call = call;
        this.problems = problems;
    }

    /** A list of templates. */
    @Schema(name = "TemplateList")
    record TemplateList(List<EditionView> items) {}

    @GET
    @Operation(operationId = "listTemplates", summary = "What is in force of every template, by name")
    public TemplateList list() throws SQLException {
        return new TemplateList(
                templates.current().values().stream().map(EditionView::of).toList());
    }

    @GET
    @Path("{name}")
    @Operation(
            operationId = "showTemplate",
            summary = "One template with all its editions and what it may speak of",
            description = "Its ETag is the version in force.")
    @APIResponseSchema(TemplateView.class)
    public Response show(String name) throws SQLException {
        return answer(name, templates.editions(name));
    }

    @PUT
    @Path("{name}")
    @Operation(
            operationId = "replaceTemplate",
            summary = "Lets a template say something else from now on",
            description =
                    "Messages that were made stay as they are. A name that is new is a city's own, for a step of its own"
                            + " ladders: a lower-case letter and then letters and digits, at most 40. The same again changes nothing.")
    @APIResponseSchema(TemplateView.class)
    public Response replace(String name, @NotNull @Valid TemplateEntry entry) throws SQLException {
        templates.replace(name, entry.zh(), entry.en(), call.versions(), current.nameOnRecord(entry.recordedBy()));
        return answer(name, templates.editions(name));
    }

    @DELETE
    @Path("{name}")
    @Operation(
            operationId = "dropTemplate",
            summary = "Goes back to the text that comes with the product",
            description =
                    "The office's editions stay on file. A city's own template can't be dropped: a ladder may name it.")
    @APIResponseSchema(TemplateView.class)
    public Response drop(
            String name,
            @QueryParam("recordedBy")
                    @Size(max = 100)
                    @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "{oneLine}")
                    @Parameter(description = "Who drops it")
                    @Nullable
                    String recordedBy)
            throws SQLException {
        templates.drop(name, call.versions(), current.nameOnRecord(recordedBy));
        return answer(name, templates.editions(name));
    }

    @POST
    @Path("preview")
    @Operation(
            operationId = "previewTemplate",
            summary = "Tries a draft: the message that it makes, or what is wrong with it",
            description = "Stores nothing.")
    @APIResponseSchema(DraftView.class)
    public Response preview(@NotNull @Valid Draft draft) throws SQLException {
        return once.answer(draft, () -> Answer.ok(tried(draft)));
    }

    private DraftView tried(Draft draft) {
        var facts = draft.facts();
        try {
            var template = Template.of(draft.text(), Subject.of(draft.template() == null ? "" : draft.template()));
            return DraftView.said(texts.of(template, draft.locale(), facts));
        } catch (BadTemplate e) {
            return DraftView.refused(e.flaws().stream()
                    .map(flaw -> problems.told(flaw.in("text")))
                    .toList());
        }
    }

    private static Response answer(String name, List<Edition> editions) {
        if (editions.isEmpty()) {
            throw new NotOnRecord("template", name);
        }
        return Response.ok(TemplateView.of(editions))
                .tag(Integer.toString(editions.get(0).version()))
                .build();
    }
}
