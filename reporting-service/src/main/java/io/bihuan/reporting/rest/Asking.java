package io.bihuan.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bihuan.access.CurrentPerson;
import io.bihuan.reporting.facts.Ledger;
import io.bihuan.reporting.facts.Question;
import io.bihuan.reporting.statistics.Season;
import io.bihuan.reporting.tables.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What all reports have in common: how their questions are read, and how an answer can be asked for again cheaply. */
@ApplicationScoped
class Asking {

    private final CurrentPerson current;
    private final Ledger ledger;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Season season;
    private final Texts texts;
    private final Problems problems;
    private final ObjectMapper json;
    private final TableAnswer files;

    Asking(
            CurrentPerson current,
            Ledger ledger,
            InstantSource clock,
            @ConfigProperty(name = "bihuan.zone") ZoneId zone,
            Season season,
            Texts texts,
            Problems problems,
            ObjectMapper json,
            TableAnswer files) {
        this.current = current;
        this.ledger = ledger;
        this.clock = clock;
        this.zone = zone;
        this.season = season;
        this.texts = texts;
        this.problems = problems;
        this.json = json;
        this.files = files;
    }

    /**
     * Begins to read a query.
     *
     * @param others names of its parameters beside those of {@link HazardQuery}
     */
    QueryReader query(UriInfo uri, String... others) {
        return queryOf(
                uri,
                Stream.concat(Arrays.stream(others), QueryReader.HAZARDS.stream())
                        .distinct()
                        .toList());
    }

    /**
     * Begins to read a query of another kind.
     *
     * @param parameters names of all its parameters
     */
    QueryReader queryOf(UriInfo uri, List<String> parameters) {
        return new QueryReader(uri.getQueryParameters(), new Moments(zone), season, texts, current.scope(), parameters);
    }

    /** The question of a query, which stands for now where it doesn't say. */
    Question question(QueryReader query, String district) {
        return query.question(district, now());
    }

    /** About all hazards of a district as they stand now. */
    Question present(String district) {
        return Question.in(district, now());
    }

    /** The present, in whole microseconds as everything is kept. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Refuses a query with which something is wrong, or which asks about a district that nobody knows. */
    void check(QueryReader query, Question question, String district) throws SQLException {
        check(query);
        if (query.gives(district) && !ledger.knows(question.parent())) {
            throw problems.noDistrict(question.parent());
        }
    }

    /** Refuses a query with which something is wrong, or which asks about a district outside of the caller's. */
    void check(QueryReader query) {
        if (!query.violations().isEmpty()) {
            throw problems.parameters(query.violations());
        }
        String outside = query.outside();
        if (outside != null) {
            throw problems.noDistrict(outside);
        }
    }

    /**
     * Answers, or says that the client has that answer already.
     *
     * @param figures what tells answers apart: the present moment, which every answer states anew, makes no difference
     */
    Response answer(Request request, QueryReader query, Question question, Object figures, Supplier<Object> body)
            throws JsonProcessingException {
        EntityTag tag = tag(query, question, figures);
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(body.get()).tag(tag);
        }
        return answer.cacheControl(revalidated()).build();
    }

    /** The same, also as a file: XLSX or CSV, whichever the client prefers. */
    Response answer(
            Request request,
            QueryReader query,
            Question question,
            Object figures,
            Supplier<Object> body,
            Supplier<Table> table)
            throws JsonProcessingException {
        return files.of(request, tag(query, question, figures), body, table)
                .cacheControl(revalidated())
                .build();
    }

    private EntityTag tag(QueryReader query, Question question, Object figures) throws JsonProcessingException {
        return new EntityTag(revision(question, query.gives("asOf"), figures), true);
    }

    /**
     * What tells an answer to a question from the others that the same call may get, alike in all replicas.
     *
     * @param fixed whether it is asked as of this very moment, not as of now
     */
    String revision(Question question, boolean fixed, Object figures) throws JsonProcessingException {
        List<String> asked = List.of(
                String.valueOf(question.from()),
                String.valueOf(question.to()),
                fixed ? question.asOf().toString() : "now");
        return UUID.nameUUIDFromBytes(json.writeValueAsBytes(List.of(asked, figures)))
                .toString();
    }

    private static CacheControl revalidated() {
        CacheControl control = new CacheControl();
        control.setPrivate(true);
        control.setNoCache(true);
        control.setNoTransform(false);
        return control;
    }

    ZoneId zone() {
        return zone;
    }

    /** A moment as the clients of this zone read it. */
    @Nullable
    OffsetDateTime local(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
    }
}
