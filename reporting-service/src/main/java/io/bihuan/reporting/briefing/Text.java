package io.bihuan.reporting.briefing;

import static java.util.Objects.requireNonNullElse;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The words of a briefing, section by section.
 *
 * @param overview 总体情况
 * @param comparison 环比、同比
 * @param overdue 逾期情况
 * @param closing 下一步工作
 */
@Schema(
        name = "BriefingText",
        description =
                "The words of a briefing by section. A section that is null or not given is what the service proposes by the"
                        + " figures, anew each time until it is issued")
public record Text(
        @Schema(description = "总体情况: what was found and done", nullable = true, maxLength = 4000) @Nullable
        String overview,

        @Schema(description = "环比、同比: the period before and the year before", nullable = true, maxLength = 4000)
        @Nullable
        String comparison,

        @Schema(description = "逾期情况: what is overdue, and where", nullable = true, maxLength = 4000) @Nullable
        String overdue,

        @Schema(description = "下一步工作: what is to be done", nullable = true, maxLength = 4000) @Nullable
        String closing) {

    /** Nobody wrote anything. */
    public static final Text NONE = new Text(null, null, null, null);

    /** These words, and where there are none the proposals. */
    Text over(Text proposals) {
        return new Text(
                requireNonNullElse(overview, Objects.requireNonNull(proposals.overview)),
                requireNonNullElse(comparison, Objects.requireNonNull(proposals.comparison)),
                requireNonNullElse(overdue, Objects.requireNonNull(proposals.overdue)),
                requireNonNullElse(closing, Objects.requireNonNull(proposals.closing)));
    }
}
