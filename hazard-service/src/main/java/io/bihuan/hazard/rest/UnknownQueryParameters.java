package io.bihuan.hazard.rest;

import io.bihuan.hazard.Refusal;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a query parameter that a call does not have: a misspelt filter must not silently list everything. */
public class UnknownQueryParameters {

    @ServerRequestFilter
    void refuse(ResourceInfo call, UriInfo uri) {
        if (uri.getQueryParameters().isEmpty()) {
            return;
        }
        Refusal.Violation[] unknown = uri.getQueryParameters().keySet().stream()
                .filter(name -> known(call).noneMatch(name::equals))
                .sorted()
                .map(name -> new Refusal.Violation(name, "query.unknown"))
                .toArray(Refusal.Violation[]::new);
        if (unknown.length > 0) {
            throw new Refusal(unknown);
        }
    }

    private static Stream<String> known(ResourceInfo call) {
        return Arrays.stream(call.getResourceMethod().getParameters())
                .flatMap(UnknownQueryParameters::parts)
                .map(part -> part.getAnnotation(QueryParam.class))
                .filter(Objects::nonNull)
                .map(QueryParam::value);
    }

    private static Stream<? extends AnnotatedElement> parts(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Stream.<Class<?>>iterate(parameter.getType(), Objects::nonNull, Class::getSuperclass)
                        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                : Stream.of(parameter);
    }
}
