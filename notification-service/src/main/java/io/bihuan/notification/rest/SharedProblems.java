package io.bihuan.notification.rest;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to every call's description the problems that it may answer; what a call says of the meaning stays. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SharedProblems implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> problems(path, method, operation)
                        .forEach((status, meaning) -> add(operation.getResponses(), status, meaning))));
    }

    private static Map<String, String> problems(String path, HttpMethod method, Operation operation) {
        var problems = new TreeMap<String, String>();
        problems.put("400", "Something in the request is wrong: violations name each field and what is wrong with it");
        if (path.contains("{")) {
            problems.put("404", "There is nothing under this id");
        }
        if (SharedParameters.replaces(method)) {
            problems.put("412", "Changed meanwhile: If-Match names another version than the present one");
        }
        if (operation.getRequestBody() != null) {
            problems.put("413", "The request is too large");
            problems.put("415", "The request is not JSON");
        }
        if (SharedParameters.isOnce(path, method)) {
            problems.put("422", "The Idempotency-Key came before with another request");
        }
        problems.put("503", "The database is away and nothing was changed: Retry-After says when to try again");
        return problems;
    }

    private static void add(APIResponses responses, String status, String meaning) {
        var said = responses.getAPIResponse(status);
        if (said == null) {
            said = createAPIResponse().description(meaning);
            responses.addAPIResponse(status, said);
        }
        said.setContent(problem());
    }

    private static Content problem() {
        return createContent()
                .addMediaType(
                        HttpProblem.MEDIA_TYPE.toString(),
                        createMediaType().schema(createSchema().ref("Problem")));
    }
}
