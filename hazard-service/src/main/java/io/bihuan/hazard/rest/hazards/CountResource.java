package io.bihuan.hazard.rest.hazards;

import io.bihuan.access.CurrentPerson;
import io.bihuan.hazard.search.Search;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many hazards a list would have, for the tabs of a work list. */
@Path("/api/hazards/count")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hazards 隐患")
class CountResource {

    /** Nobody works through more, and counting on would cost what no work list is worth. */
    private static final int MOST = 1000;

    private final Search search;
    private final CurrentPerson current;

    CountResource(Search search, CurrentPerson current) {
        this.search = search;
        this.current = current;
    }

    /** How many, as far as was counted. */
    @Schema(name = "HazardCount", examples = """
                    {"count": 17, "more": false}""")
    record HazardCount(
            @Schema(description = "1000 where there are more")
            int count,

            @Schema(description = "Whether there are more than were counted")
            boolean more) {}

    @GET
    @Operation(
            summary = "How many hazards a list would have",
            description = "Filters are those of the list. Counts up to 1000.")
    public HazardCount countHazards(@BeanParam FilterParameters parameters) {
        int found = search.count(parameters.filter(current.scope()), MOST + 1);
        return new HazardCount(Math.min(found, MOST), found > MOST);
    }
}
