package io.bihuan.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Tells in the description of each call that it needs a token, and which roles may make it. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DescribedAccess implements OASFilter {

    private static final String TOKEN = "token";

    private final Matrix matrix = new Matrix();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addSecurityScheme(
                        TOKEN,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "Of OpenID Connect, for the audience bihuan; its claims roles, districts and unit"
                                                + " say who may do what"));
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        String problem = schemas != null && schemas.containsKey("Problem") ? "Problem" : "HttpProblem";
        document.getPaths().getPathItems().forEach((path, calls) -> describe(path, calls, problem));
    }

    private void describe(String path, PathItem calls, String problem) {
        calls.getOperations().forEach((method, call) -> matrix.of(method.name(), path)
                .filter(rule -> !rule.open())
                .ifPresent(rule -> describe(call, rule, problem)));
    }

    private static void describe(Operation call, Rule rule, String problem) {
        call.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
        String roles = rule.roles().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + reach(each.getValue()))
                .collect(Collectors.joining(", ", "Roles: ", "."));
        call.setDescription(call.getDescription() == null ? roles : call.getDescription() + "\n\n" + roles);
        call.getResponses().addAPIResponse("401", problem(problem, "There is no token, or it is not valid"));
        call.getResponses().addAPIResponse("403", problem(problem, "None of the caller's roles may do this"));
    }

    private static String reach(Reach reach) {
        return switch (reach) {
            case EVERYWHERE -> "";
            case DISTRICTS -> " (in his districts)";
            case UNIT -> " (of its own)";
        };
    }

    private static APIResponse problem(String schema, String description) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        AccessProblem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(schema)));
        return OASFactory.createAPIResponse().description(description).content(content);
    }
}
