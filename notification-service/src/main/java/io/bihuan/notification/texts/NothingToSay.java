package io.bihuan.notification.texts;

import io.quarkus.qute.ErrorCode;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Results;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode.Origin;

/** Refuses to say what is missing, which Qute would write as NOT_FOUND. */
final class NothingToSay implements ResultMapper {

    static final ErrorCode MISSING = () -> "MISSING";

    @Override
    public boolean appliesTo(Origin origin, Object result) {
        return Results.isNotFound(result);
    }

    @Override
    public String map(Object result, Expression expression) {
        throw TemplateException.builder()
                .code(MISSING)
                .origin(expression.getOrigin())
                .message("nothing to say for {name}")
                .argument("name", expression.getParts().get(0).getName())
                .build();
    }
}
