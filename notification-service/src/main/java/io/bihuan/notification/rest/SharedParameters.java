package io.bihuan.notification.rest;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds to every call's description the headers that all calls of its kind understand. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SharedParameters implements OASFilter {

    /** A gateway sends a receipt as often as it likes, and the same again changes nothing. */
    private static final String RECEIPTS = "/api/notifications/receipts";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> describe(path, method, operation)));
    }

    static boolean isOnce(String path, HttpMethod method) {
        return method == HttpMethod.POST && !path.equals(RECEIPTS);
    }

    /** Whether a call replaces something that has a version, so that it may ask for the one that it has seen. */
    static boolean replaces(HttpMethod method) {
        return method == HttpMethod.PUT;
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        if (isOnce(path, method)) {
            operation.addParameter(header(
                    Call.IDEMPOTENCY_KEY,
                    "The same key and body answer the first result again, for 7 days. 1 to 255 characters"));
        }
        if (replaces(method)) {
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
