package io.bihuan.hazard.rest.registers;

import io.bihuan.hazard.registers.OnFile;
import io.bihuan.hazard.registers.Register.Entered;
import io.bihuan.hazard.registers.Register.Outcome;
import io.bihuan.hazard.rest.Answer;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.function.Function;

/** How the calls on all registers answer with a thing on file; its ETag is its version. */
final class Registered {

    private Registered() {}

    /** 200, or 304 if the client has seen this version. */
    static <F extends OnFile<?>> Response shown(F onFile, Request request, Function<F, ?> view) {
        EntityTag tag = new EntityTag(Integer.toString(onFile.version()));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.build()
                : Response.ok(view.apply(onFile)).tag(tag).build();
    }

    /** 201 if it is new on file, else 200. */
    static <F extends OnFile<?>> Answer put(Entered<F> entered, String register, Function<F, ?> view) {
        return entered.outcome() == Outcome.CREATED
                ? added(entered.onFile(), register, view)
                : Answer.changed(entered.onFile().version(), view.apply(entered.onFile()));
    }

    static <F extends OnFile<?>> Answer added(F onFile, String register, Function<F, ?> view) {
        return Answer.created(
                UriBuilder.fromPath(register + "/{code}").build(onFile.code()).toString(),
                onFile.version(),
                view.apply(onFile));
    }
}
