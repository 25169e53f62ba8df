package io.bihuan.access;

import io.bihuan.access.CurrentPerson.SomebodyElse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call through that its row of the matrix allows to one of the caller's roles. It goes by the Java method that will answer, so
 * that no spelling of an address leads past it; one that has no row is refused to everybody.
 */
@Singleton
class Admission {

    private final Matrix matrix;
    private final CurrentPerson current;
    private final Map<Method, Optional<Rule>> rules = new ConcurrentHashMap<>();

    Admission(Matrix matrix, CurrentPerson current) {
        this.matrix = matrix;
        this.current = current;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public @Nullable Response admit(ResourceInfo answering, ContainerRequestContext call) {
        Optional<Rule> rule = rules.computeIfAbsent(
                answering.getResourceMethod(), method -> rule(answering.getResourceClass(), method));
        if (rule.isPresent() && rule.get().open()) {
            return null;
        }
        Optional<Person> person = current.known();
        if (person.isEmpty()) {
            return refuse(call, new AccessProblem(401, "detail.tokenMissing"));
        }
        if (rule.isEmpty()) {
            return refuse(call, new AccessProblem(403, "detail.noRule"));
        }
        if (!rule.get().lets(person.get())) {
            return refuse(
                    call,
                    new AccessProblem(
                            403,
                            "detail.otherRole",
                            names(rule.get().roles().keySet().stream()),
                            names(person.get().roles().stream())));
        }
        current.admittedBy(rule.get());
        return null;
    }

    @ServerExceptionMapper
    public Response refuse(SomebodyElse other, ContainerRequestContext call) {
        return refuse(call, new AccessProblem(403, "detail.somebodyElse", other.told, other.caller));
    }

    private static String names(Stream<Role> roles) {
        String names = roles.sorted().map(Role::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "—" : names;
    }

    private Optional<Rule> rule(Class<?> resource, Method answering) {
        return Arrays.stream(answering.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(method -> method != null)
                .findFirst()
                .flatMap(method -> matrix.of(method.value(), Template.of(resource, answering)));
    }

    private static Response refuse(ContainerRequestContext call, AccessProblem problem) {
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(AccessProblem.MEDIA_TYPE)
                .entity(problem.json(call.getUriInfo().getPath(), call.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        return problem.status() == 401
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build()
                : answer.build();
    }
}
