package io.bihuan.reporting.statistics;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The measures by name, each as a number or null where there is nothing to divide. */
public enum Measure {
    FOUND("found", figures -> count(figures.found())),
    ASSIGNED("assigned", figures -> count(figures.assigned())),
    RECTIFIED("rectified", figures -> count(figures.rectified())),
    CLOSED("closed", figures -> count(figures.closed())),
    OPEN("open", figures -> count(figures.open())),
    OVERDUE_NOW("overdueNow", figures -> count(figures.overdueNow())),
    OVERDUE_EVER("overdueEver", figures -> count(figures.overdueEver())),
    ESCALATED("escalated", figures -> count(figures.escalated())),
    RETURNED("returned", figures -> count(figures.returned())),
    RECTIFICATION_RATE("rectificationRate", Figures::rectificationRate),
    CLOSURE_RATE("closureRate", Figures::closureRate),
    ON_TIME_RATE("onTimeRate", Figures::onTimeRate),
    MEAN_DAYS_TO_CLOSE("meanDaysToClose", Figures::meanDaysToClose),
    MEDIAN_DAYS_TO_CLOSE("medianDaysToClose", Figures::medianDaysToClose),
    P90_DAYS_TO_CLOSE("p90DaysToClose", Figures::p90DaysToClose),
    PLANNED("planned", figures -> count(figures.planned())),
    FUNDS("funds", Figures::funds),
    CONTINGENCY_PLANS("contingencyPlans", figures -> count(figures.contingencyPlans())),
    MONITORED("monitored", figures -> count(figures.monitored()));

    private final String field;
    private final Function<Figures, @Nullable BigDecimal> value;

    Measure(String field, Function<Figures, @Nullable BigDecimal> value) {
        this.field = field;
        this.value = value;
    }

    private static BigDecimal count(long number) {
        return BigDecimal.valueOf(number);
    }

    /** Its name in an answer, the same as in {@link Figures}. */
    @JsonValue
    public String field() {
        return field;
    }

    /** The measure of that name. */
    public static Measure of(String field) {
        return Arrays.stream(values())
                .filter(measure -> measure.field.equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no measure " + field));
    }

    public static List<String> fields() {
        return Arrays.stream(values()).map(Measure::field).toList();
    }

    public @Nullable BigDecimal of(Figures figures) {
        return value.apply(figures);
    }
}
