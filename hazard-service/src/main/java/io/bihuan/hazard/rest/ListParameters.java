package io.bihuan.hazard.rest;

import io.bihuan.hazard.handling.Refusal;
import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.Source;
import io.bihuan.hazard.lifecycle.Status;
import io.bihuan.hazard.search.Cursor;
import io.bihuan.hazard.search.Filter;
import io.bihuan.hazard.search.Order;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /api/hazards}. Each parameter is a text until it is read, so that a bad one is named. */
@SuppressWarnings("NullAway.Init") // filled by Quarkus REST
class ListParameters {

    private static final int MOST = 500;

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
    @Parameter(schema = @Schema(implementation = Grade.class))
    @Nullable
    String grade;

    @QueryParam("category")
    @Parameter(schema = @Schema(implementation = Category.class))
    @Nullable
    String category;

    @QueryParam("source")
    @Parameter(schema = @Schema(implementation = Source.class))
    @Nullable
    String source;

    @QueryParam("unit")
    @Parameter(description = "A unit's code or its whole name")
    @Nullable
    String unit;

    @QueryParam("overdue")
    @Parameter(schema = @Schema(implementation = Boolean.class))
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

    @QueryParam("q")
    @Parameter(description = "Occurs in the description, site, address, unit or numbers")
    @Nullable
    String text;

    @QueryParam("sort")
    @DefaultValue("-foundAt")
    @Parameter(description = "foundAt, -foundAt, dueAt or -dueAt; a minus sorts the latest first")
    String sort;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(description = "1 to 500", schema = @Schema(implementation = Integer.class))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    @Nullable
    String cursor;

    Filter filter() {
        return new Filter(
                status.stream()
                        .map(code -> oneOf("status", code, Status.class))
                        .collect(Collectors.toCollection(TreeSet::new)),
                plain("district", district),
                grade == null ? null : oneOf("grade", grade, Grade.class),
                category == null ? null : oneOf("category", category, Category.class),
                source == null ? null : oneOf("source", source, Source.class),
                plain("unit", unit),
                overdue == null ? null : yesOrNo("overdue", overdue),
                instant("dueBefore", dueBefore),
                instant("foundFrom", foundFrom),
                instant("foundTo", foundTo),
                plain("q", text));
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

    int limit() {
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MOST) {
            throw new Refusal("limit", "limit.range", limit, MOST);
        }
        return Integer.parseInt(limit);
    }

    @Nullable
    Cursor cursor() {
        try {
            return cursor == null ? null : Cursor.decode(cursor, order());
        } catch (IllegalArgumentException e) {
            throw new Refusal("cursor", "cursor.malformed");
        }
    }

    private static <E extends Enum<E>> E oneOf(String field, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(field, "oneOf", text, List.of(type.getEnumConstants())));
    }

    private static boolean yesOrNo(String field, String text) {
        if (!Set.of("true", "false").contains(text)) {
            throw new Refusal(field, "oneOf", text, List.of("true", "false"));
        }
        return Boolean.parseBoolean(text);
    }

    /** PostgreSQL knows no NUL in a text. */
    private static @Nullable String plain(String field, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new Refusal(field, "text.nul");
        }
        return text;
    }

    private static @Nullable Instant instant(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal(field, "instant.malformed", text);
        }
    }
}
