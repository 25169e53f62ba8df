package io.bihuan.stack.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.regex.Pattern;

/**
 * Has the calls of a test made by an administrator, unless they bring a token of their own; {@code given().noFilters()} makes one
 * without. Whoever closes a hazard must not be who rectified it, so there are two of them.
 */
public final class AsAdministrator implements QuarkusTestBeforeEachCallback, Filter {

    private static final Pattern OF_ANOTHER = Pattern.compile(".*/(closure|return|reinspection|decision)");

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
            var another = OF_ANOTHER.matcher(request.getDerivedPath()).matches();
            request.header(
                    "Authorization", "Bearer " + (another ? Callers.token("admin2", "ADMIN") : Callers.token("admin")));
        }
        return context.next(request, response);
    }
}
