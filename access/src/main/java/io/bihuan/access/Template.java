package io.bihuan.access;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.regex.Pattern;

/** The address of a call as the API describes it. */
final class Template {

    /** What a parameter must look like, which may itself count in braces: {@code {year: [0-9]{4}}}. */
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*\\})*\\}");

    private Template() {}

    /** The address that a method answers, such as {@code /api/hazards/{id}}. */
    static String of(Class<?> resource, Method answering) {
        Path below = answering.getAnnotation(Path.class);
        String path = "/" + resource.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value());
        return EXPRESSION.matcher(path).replaceAll("{$1}").replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
