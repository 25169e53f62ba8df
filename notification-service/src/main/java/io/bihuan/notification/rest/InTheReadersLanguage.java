package io.bihuan.notification.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the problems that the framework finds (no such address, no such method) in the reader's language too. */
@ApplicationScoped
class InTheReadersLanguage implements ProblemPostProcessor {

    private final Wording wording;

    InTheReadersLanguage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        var told = HttpProblem.builder(problem).withType(Problems.type(problem.getStatusCode()));
        wording.find("title." + problem.getStatusCode()).ifPresent(told::withTitle);
        wording.find("detail." + problem.getStatusCode()).ifPresent(told::withDetail);
        return told.build();
    }
}
