package io.bihuan.hazard.rest;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds to every call's description the headers that all calls of its kind understand. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SharedHeaders implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> {
            Operation post = item.getPOST();
            if (post != null) {
                post.addParameter(header(
                        Call.IDEMPOTENCY_KEY,
                        "The same key and body answer the first result again, for 7 days. 1 to 255 characters"));
                if (path.contains("{id}/")) {
                    post.addParameter(header("If-Match", "Only if the hazard is still at this version (its ETag)"));
                }
            }
            Operation put = item.getPUT();
            if (put != null && path.contains("{code}")) {
                put.addParameter(header("If-Match", "Only if it is still at this version (its ETag)"));
            }
            item.getOperations()
                    .values()
                    .forEach(operation -> operation.addParameter(
                            header("Accept-Language", "zh-CN (default) or en: the language of titles and messages")));
        });
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
