package io.bihuan.reporting.rest;

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

/** Adds to every call's description the headers that all calls like it understand. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SharedParameters implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .forEach(SharedParameters::describe));
    }

    private static void describe(HttpMethod method, Operation call) {
        if (method == HttpMethod.POST) {
            call.addParameter(header(
                    Call.IDEMPOTENCY_KEY,
                    "The same key and body answer the first result again, for 7 days. 1 to 255 characters"));
        }
        call.addParameter(header("Accept-Language", "zh-CN (default) or en: the language of titles and messages"));
        if (call.getResponses().hasAPIResponse("304")) {
            call.addParameter(
                    header("If-None-Match", "The ETag of the answer that the client has: 304 if it is this one"));
        }
        if (call.getResponses().hasAPIResponse("412")) {
            call.addParameter(header(
                            "If-Match",
                            "Only if it still is what was seen: the ETag of that, or * if it does not matter")
                    .required(call.getResponses().hasAPIResponse("428")));
        }
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
