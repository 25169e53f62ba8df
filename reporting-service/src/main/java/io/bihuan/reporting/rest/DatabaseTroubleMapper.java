package io.bihuan.reporting.rest;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.List;

/** A database that is away is a reason to ask again (503); one that refuses a query is our fault (500). */
@Provider
final class DatabaseTroubleMapper extends ExceptionMapperBase<SQLException> {

    private static final List<String> AWAY = List.of("08", "53", "55", "57");

    private final Problems problems;

    DatabaseTroubleMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected HttpProblem toProblem(SQLException trouble) {
        return isAway(trouble) ? problems.databaseAway() : HttpProblem.valueOf(Status.INTERNAL_SERVER_ERROR);
    }

    /** Connection lost or never had (SQLSTATE class 08, or none from the pool), out of resources (53), not ready (55), shut down (57). */
    private static boolean isAway(SQLException trouble) {
        String state = trouble.getSQLState();
        return state == null || AWAY.stream().anyMatch(state::startsWith);
    }
}
