package io.bihuan.stack.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.Map;

/**
 * Has the calls of a test made by an administrator, unless they bring a token of their own; {@code given().noFilters()} makes one
 * without. Whoever closes a hazard must be neither who rectified nor who re-inspected it, so there are several of them.
 */
public final class AsAdministrator implements QuarkusTestBeforeEachCallback, Filter {

    private static final Map<String, String> OF_ANOTHER =
            Map.of("closure", "admin2", "return", "admin2", "decision", "admin2", "reinspection", "admin3");

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        if (System.getProperty(RealParts.IDENTITY) != null) {
            RestAssured.replaceFiltersWith(this);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        if (!request.getHeaders().hasHeaderWithName("Authorization")) {
            var path = request.getDerivedPath();
            var caller = OF_ANOTHER.getOrDefault(path.substring(path.lastIndexOf('/') + 1), "admin");
            request.header("Authorization", "Bearer " + Callers.token(caller, "ADMIN"));
        }
        return context.next(request, response);
    }
}
