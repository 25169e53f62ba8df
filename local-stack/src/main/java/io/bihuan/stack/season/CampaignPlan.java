package io.bihuan.stack.season;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The campaign 专项行动 that a season's hazards are found under; its code tells which season it is. */
final class CampaignPlan {

    private static final int DAYS_OF_SELF_CHECK = 30;
    private static final int DAYS_OF_RECTIFYING = 90;
    private static final int DAYS_OF_LOOK_BACK = 60;

    private final Season season;

    CampaignPlan(Season season) {
        this.season = season;
    }

    /** As {@code POST /api/campaigns} takes it. */
    Map<String, Object> body(String district) {
        var selfCheck = season.first();
        var rectifying = selfCheck.plusDays(DAYS_OF_SELF_CHECK);
        var lookBack = rectifying.plusDays(DAYS_OF_RECTIFYING);
        var end = lookBack.plusDays(DAYS_OF_LOOK_BACK);
        var siteKinds =
                Arrays.stream(Trade.values()).map(Trade::siteKind).distinct().toList();
        return Map.of(
                "code", season.which().code(),
                "name", Simulated.labelled("采暖季燃气供热安全专项行动"),
                "period", period(selfCheck, end),
                "phases",
                        List.of(
                                phase("SELF_CHECK", selfCheck, rectifying),
                                phase("RECTIFY_TOGETHER", rectifying, lookBack),
                                phase("LOOK_BACK", lookBack, end)),
                "districts", List.of(district),
                "siteKinds", siteKinds,
                "targets", Map.of("coverage", 1, "closure", 0.95));
    }

    private static Map<String, Object> phase(String phase, LocalDate from, LocalDate until) {
        return Map.of("phase", phase, "period", period(from, until));
    }

    /** @param until the day after the last */
    private static Map<String, String> period(LocalDate from, LocalDate until) {
        return Map.of("from", from.toString(), "to", until.minusDays(1).toString());
    }
}
