package io.bihuan.reporting.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What every report needs to read its query: the clock, the zone and the client's language. */
@ApplicationScoped
class Queries {

    private final InstantSource clock;
    private final ZoneId zone;
    private final Texts texts;
    private final Problems problems;

    Queries(InstantSource clock, @ConfigProperty(name = "bihuan.zone") ZoneId zone, Texts texts, Problems problems) {
        this.clock = clock;
        this.zone = zone;
        this.texts = texts;
        this.problems = problems;
    }

    QueryReader of(UriInfo uri, List<String> parameters) {
        return new QueryReader(uri.getQueryParameters(), new Moments(zone), texts, parameters);
    }

    /** Goes no further if anything is wrong with the query. */
    void verify(QueryReader query) {
        if (!query.violations().isEmpty()) {
            throw problems.parameters(query.violations());
        }
    }

    /** The present, in whole microseconds as everything is kept. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** An instant as a client reads it. */
    OffsetDateTime local(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    /** A bound as a client reads it; null for none. */
    @Nullable
    OffsetDateTime localOrNone(@Nullable Instant instant) {
        return instant == null ? null : local(instant);
    }

    LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
