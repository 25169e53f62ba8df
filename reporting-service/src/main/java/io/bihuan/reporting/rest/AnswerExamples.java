package io.bihuan.reporting.rest;

import static org.eclipse.microprofile.openapi.OASFactory.createExample;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/** Shows pages, whose schemas follow from the methods' types, and tables as CSV, whose byte order mark is left out. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AnswerExamples implements OASFilter {

    private static final Map<String, String> PAGES =
            Map.of("listBriefings", Examples.BRIEFINGS, "listBriefingSchedules", Examples.SCHEDULES);

    private static final Map<String, String> TABLES = Map.of(
            "reportDistricts", Examples.REPORT_TABLE,
            "reportTrend", Examples.TREND_TABLE,
            "reportRanking", Examples.RANKING_TABLE);

    @Override
    public Operation filterOperation(Operation call) {
        show(call, MediaType.APPLICATION_JSON, PAGES);
        show(call, TableAnswer.CSV, TABLES);
        return call;
    }

    private static void show(Operation call, String type, Map<String, String> examples) {
        String example = examples.get(call.getOperationId());
        if (example != null) {
            call.getResponses()
                    .getAPIResponse("200")
                    .getContent()
                    .getMediaType(type)
                    .addExample("西宁市", createExample().value(example));
        }
    }
}
