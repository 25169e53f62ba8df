package io.bihuan.hazard.rest.hazards;

import io.bihuan.access.Scope;
import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Source;
import io.bihuan.hazard.lifecycle.Status;
import io.bihuan.hazard.rest.Query;
import io.bihuan.hazard.search.Filter;
import io.bihuan.hazard.search.Order;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which hazards a call is about, and in which order. Each parameter is a text until it is read, so that a bad one is named. */
@SuppressWarnings("NullAway.Init") // filled by Quarkus REST
class FilterParameters {

    @QueryParam("status")
    @Parameter(
            description = "Repeatable: any of them",
            schema = @Schema(implementation = Status.class, type = SchemaType.ARRAY))
    List<String> status;

    @QueryParam("district")
    @Parameter(description = "A district's code: the district and all below it", example = "6301")
    @Nullable
    String district;

    @QueryParam("grade")
    @Parameter(description = "How dangerous 隐患等级", schema = @Schema(implementation = Grade.class))
    @Nullable
    String grade;

    @QueryParam("category")
    @Parameter(description = "Where in the gas or heat supply 隐患类别", schema = @Schema(implementation = Category.class))
    @Nullable
    String category;

    @QueryParam("source")
    @Parameter(description = "How it came to notice 隐患来源", schema = @Schema(implementation = Source.class))
    @Nullable
    String source;

    @QueryParam("unit")
    @Parameter(description = "A unit's code or its whole name")
    @Nullable
    String unit;

    @QueryParam("overdue")
    @Parameter(
            description = "Only those that are late, or only those that are not",
            schema = @Schema(implementation = Boolean.class))
    @Nullable
    String overdue;

    @QueryParam("dueBefore")
    @Parameter(description = "RFC 3339 with offset", schema = @Schema(implementation = OffsetDateTime.class))
    @Nullable
    String dueBefore;

    @QueryParam("foundFrom")
    @Parameter(description = "RFC 3339 with offset, inclusive", schema = @Schema(implementation = OffsetDateTime.class))
    @Nullable
    String foundFrom;

    @QueryParam("foundTo")
    @Parameter(description = "RFC 3339 with offset, exclusive", schema = @Schema(implementation = OffsetDateTime.class))
    @Nullable
    String foundTo;

    @QueryParam("escalated")
    @Parameter(
            description = "Escalated 升级 to this level of the ladder or a higher one, in the present round and of the"
                    + " present deadline: 1 to 9",
            example = "2",
            schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "9"))
    @Nullable
    String escalated;

    @QueryParam("extensionRequested")
    @Parameter(
            description =
                    "Only those with a request for an extension 延期申请 that waits for its decision, or only the others",
            schema = @Schema(implementation = Boolean.class))
    @Nullable
    String extensionRequested;

    @QueryParam("q")
    @Parameter(
            description =
                    "Words that all occur in the description, site, address, unit or numbers: Chinese ones anywhere, letters and digits from the beginning of a word")
    @Nullable
    String text;

    @QueryParam("sort")
    @DefaultValue("-foundAt")
    @Parameter(description = "foundAt, -foundAt, dueAt or -dueAt; a minus sorts the latest first")
    String sort;

    /** @param scope what the caller may see */
    Filter filter(Scope scope) {
        return new Filter(
                scope,
                status.stream()
                        .map(code -> Query.oneOf("status", code, Status.class))
                        .collect(Collectors.toCollection(TreeSet::new)),
                Query.plain("district", district),
                grade == null ? null : Query.oneOf("grade", grade, Grade.class),
                category == null ? null : Query.oneOf("category", category, Category.class),
                source == null ? null : Query.oneOf("source", source, Source.class),
                Query.plain("unit", unit),
                overdue == null ? null : Query.yesOrNo("overdue", overdue),
                Query.instant("dueBefore", dueBefore),
                Query.instant("foundFrom", foundFrom),
                Query.instant("foundTo", foundTo),
                level(escalated),
                extensionRequested == null ? null : Query.yesOrNo("extensionRequested", extensionRequested),
                Query.plain("q", text));
    }

    private static @Nullable Integer level(@Nullable String text) {
        if (text != null && !text.matches("[1-9]")) {
            throw new Refusal("escalated", "escalated.range", text);
        }
        return text == null ? null : Integer.valueOf(text);
    }

    Order order() {
        return Arrays.stream(Order.values())
                .filter(order -> order.code().equals(sort))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "sort",
                        "oneOf",
                        sort,
                        Arrays.stream(Order.values()).map(Order::code).toList()));
    }
}
