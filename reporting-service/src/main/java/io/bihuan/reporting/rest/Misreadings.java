package io.bihuan.reporting.rest;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;

/** Says of JSON that could not be read which field of it is wrong, and how. */
@ApplicationScoped
class Misreadings {

    private final Texts texts;

    Misreadings(Texts texts) {
        this.texts = texts;
    }

    /** Of the field that is wrong; of none if the body as a whole is. */
    Violation violation(IOException trouble) {
        String field = trouble instanceof JsonMappingException mapping ? field(mapping) : "";
        if (field.isEmpty()) {
            return new Violation("", texts.say("field.json"));
        }
        if (trouble instanceof UnrecognizedPropertyException) {
            return new Violation(field, texts.say("field.unknown"));
        }
        Class<?> type = trouble instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return type != null && type.isEnum()
                ? new Violation(field, texts.say("parameter.choice", choices(type)))
                : new Violation(field, texts.say("field.value"));
    }

    private static String field(JsonMappingException trouble) {
        return trouble.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(joining("."))
                .replace(".[", "[");
    }

    private static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(joining(", "));
    }
}
