package io.bihuan.hazard.rest;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds to every call's description the parameters that all calls of its kind understand. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SharedParameters implements OASFilter {

    private static final Map<String, String> IN_PATHS = Map.of(
            "id", "Its id, as the call that made it answered",
            "code", "Its code on file",
            "side", "Who signed",
            "evidenceId", "The evidence's id, as the call that handed it in answered");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> describe(path, method, operation)));
    }

    /** Whether a call changes something that is on record, so that it may ask for the version it has seen. */
    static boolean changes(String path, PathItem.HttpMethod method) {
        return switch (method) {
            case POST -> path.matches(".*\\{(id|code)}/.*") && !path.endsWith("/evidence");
            case PUT -> path.contains("{code}") || path.matches("/api/(routing-rules|service-clocks)");
            default -> false;
        };
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null)
                    .forEach(parameter -> parameter.description(IN_PATHS.get(parameter.getName())));
        }
        if (method == PathItem.HttpMethod.POST) {
            operation.addParameter(header(
                    Call.IDEMPOTENCY_KEY,
                    "The same key and body answer the first result again, for 7 days. 1 to 255 characters"));
        }
        if (changes(path, method)) {
            operation.addParameter(header("If-Match", "Only if it is still at this version (its ETag)"));
        }
        operation.addParameter(header("Accept-Language", "zh-CN (default) or en: the language of titles and messages"));
    }

    private static Parameter header(String name, String description) {
        return createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .required(false)
                .schema(createSchema().type(List.of(Schema.SchemaType.STRING)));
    }
}
