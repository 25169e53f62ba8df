package io.bihuan.notification.rest;

import io.bihuan.notification.deadline.Calendars;
import io.bihuan.notification.deadline.YearCalendar;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calendars by which working days are counted here. */
@Path("/api/notifications/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Calendars")
class CalendarResource {

    private final Calendars calendars;
    private final Problems problems;

    CalendarResource(Calendars calendars, Problems problems) {
        this.calendars = calendars;
        this.problems = problems;
    }

    /** What is known of working days. */
    @Schema(
            name = "CalendarList",
            description = "Monday to Friday are worked and weekends are not, but for the days that are named",
            examples = """
                    {"items": [{"year": 2026, "version": 1, "publishedAt": "2026-05-01T00:00:00Z",
                                "days": [{"date": "2026-05-01", "name": "劳动节", "kind": "OFF"},
                                         {"date": "2026-05-09", "name": "劳动节", "kind": "WORKDAY"}]}]}""")
    public record CalendarList(
            @Schema(description = "One per year that was published, the first year first")
            List<YearCalendar> items) {}

    @GET
    @Operation(
            operationId = "listCalendars",
            summary = "The calendars of working days by which the steps of a ladder are counted",
            description =
                    "To read only: their owner is hazard-service, where an office enters a year's notice on holidays"
                            + " (PUT /api/calendars/{year}); it publishes every edition, which is counted by here moments later."
                            + " `version` says which edition of the year that is. Of a year that is missing here, Monday to Friday"
                            + " are taken as worked.")
    @APIResponse(responseCode = "200", description = "All years that are known")
    @APIResponse(responseCode = "400", description = "A parameter was given; the call takes none")
    public CalendarList listCalendars(@Context UriInfo uri) throws SQLException {
        new Query(uri.getQueryParameters(), problems).refuseWhatIsWrong();
        return new CalendarList(calendars.years());
    }
}
