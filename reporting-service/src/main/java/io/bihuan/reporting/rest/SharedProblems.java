package io.bihuan.reporting.rest;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to every call's description the problems that all calls like it may answer; what a call says of one itself stays. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class SharedProblems implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, call) -> problems(path, method, call)
                        .forEach((status, meaning) -> add(call.getResponses(), status, meaning))));
    }

    private static SortedMap<String, String> problems(String path, HttpMethod method, Operation call) {
        SortedMap<String, String> problems = new TreeMap<>();
        problems.put(
                "400", "Something in the request is wrong: `violations` names each field and what is wrong with it");
        if (path.contains("{")) {
            problems.put("404", "There is nothing under this name");
        }
        if (call.getRequestBody() != null) {
            problems.put("413", "The request is too large");
            problems.put("415", "The request is not JSON");
        }
        if (method == HttpMethod.POST) {
            problems.put("422", "The Idempotency-Key came before with another request");
        }
        problems.put("503", "The database is away and nothing was changed; ask again after Retry-After seconds");
        return problems;
    }

    private static void add(APIResponses responses, String status, String meaning) {
        APIResponse said = responses.getAPIResponse(status);
        if (said == null || said.getContent() == null && said.getRef() == null) {
            String schema = status.equals("400") ? "HttpValidationProblem" : "HttpProblem";
            responses.addAPIResponse(
                    status, createAPIResponse().description(meaning).content(problem(schema)));
        }
    }

    private static Content problem(String schema) {
        return createContent()
                .addMediaType(
                        ReportsResource.PROBLEM,
                        createMediaType().schema(createSchema().ref(schema)));
    }
}
