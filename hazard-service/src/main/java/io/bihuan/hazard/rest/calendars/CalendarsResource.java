package io.bihuan.hazard.rest.calendars;

import io.bihuan.hazard.NotOnRecord;
import io.bihuan.hazard.deadline.CalendarDay;
import io.bihuan.hazard.deadline.Calendars;
import io.bihuan.hazard.deadline.YearCalendar;
import io.bihuan.hazard.rest.Answer;
import io.bihuan.hazard.rest.Once;
import io.bihuan.hazard.rest.Times;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The calendars of working days, one per year. */
@Path("/api/calendars")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars 工作日历", description = "Which days are worked, by the yearly notices on holidays")
class CalendarsResource {

    private static final String YEAR = "{year: [12][0-9]{3}}";
    private static final String WHICH = "The year that the notice is for";

    private final Calendars calendars;
    private final Once once;
    private final Times times;

    CalendarsResource(Calendars calendars, Once once, Times times) {
        this.times = times;
        this.calendars = calendars;
        this.once = once;
    }

    /** A year's calendar as clients see it. */
    @Schema(
            name = "YearCalendar",
            description = "Monday to Friday are worked and weekends are not, but for these days",
            examples = """
                    {"year": 2026, "shipped": true, "recordedBy": null, "recordedAt": "2026-05-03T02:00:00Z",
                     "days": [{"date": "2026-01-01", "name": "元旦", "kind": "OFF"},
                              {"date": "2026-01-04", "name": "元旦", "kind": "WORKDAY"}]}""")
    record CalendarView(
            int year,

            @Schema(description = "Came with the product; false once an office entered its own")
            boolean shipped,

            @Nullable String recordedBy,
            Instant recordedAt,
            List<CalendarDay> days) {

        private static CalendarView of(YearCalendar calendar) {
            return new CalendarView(
                    calendar.year(), calendar.shipped(), calendar.recordedBy(), calendar.recordedAt(), calendar.days());
        }
    }

    /** A list of calendars. */
    @Schema(name = "CalendarList")
    record CalendarList(List<CalendarView> items) {}

    @GET
    @Operation(
            summary = "The years whose calendars are on file, the first first",
            description = "Working days can be counted within these years only.")
    public CalendarList listCalendars() {
        return new CalendarList(calendars.all().stream().map(CalendarView::of).toList());
    }

    @GET
    @Path(YEAR)
    @Operation(summary = "One year's calendar")
    public CalendarView showCalendar(@PathParam("year") @Parameter(description = WHICH, example = "2026") int year) {
        return calendars
                .findByIdOptional(year)
                .map(CalendarView::of)
                .orElseThrow(() -> new NotOnRecord("calendar", year));
    }

    @PUT
    @Path(YEAR)
    @Operation(
            summary = "Enters a year's notice on holidays, in place of what was on file for the year",
            description = "Working days are counted by it from now on; deadlines that were set keep their dates. What"
                    + " an office has entered is not overwritten by what a later release brings.")
    @APIResponseSchema(CalendarView.class)
    public Response replaceCalendar(
            @PathParam("year") @Parameter(description = WHICH, example = "2026") int year,
            @NotNull @Valid CalendarRequest request) {
        return once.answer(request, () -> {
            YearCalendar calendar = calendars.enter(year, request.notice(), times.live(request.recordedBy()));
            CalendarView view = CalendarView.of(calendar);
            return calendar.isNew()
                    ? Answer.created("/api/calendars/" + year, calendar.edition(), view)
                    : Answer.changed(calendar.edition(), view);
        });
    }
}
