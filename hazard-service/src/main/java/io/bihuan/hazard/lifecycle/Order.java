package io.bihuan.hazard.lifecycle;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit is ordered to do 限期整改. Measures, responsible person, funds, deadline and contingency plan are the
 * five in place 五到位.
 *
 * @param unit who must rectify
 * @param responsible whom to tell; null only in imported ledgers that name nobody
 * @param deadline by when
 * @param measures what is to be done
 * @param funds what it costs, CNY
 * @param contingencyPlan what to do if it goes wrong meanwhile
 * @param interimControls what holds the danger until it is fixed
 */
public record Order(
        Unit unit,
        @Nullable Responsible responsible,
        Deadline deadline,
        @Nullable String measures,
        @Nullable BigDecimal funds,
        @Nullable String contingencyPlan,
        @Nullable String interimControls) {

    /** 五到位: a major hazard is assigned only with all five in place (glossary, section 3). */
    void demandFiveInPlace() {
        List<Violation> missing = new ArrayList<>();
        if (measures == null) {
            missing.add(new Violation("measures", "order.fiveInPlace"));
        }
        if (responsible == null) {
            missing.add(new Violation("responsible", "order.fiveInPlace"));
        }
        if (funds == null) {
            missing.add(new Violation("funds", "order.fiveInPlace"));
        }
        if (contingencyPlan == null) {
            missing.add(new Violation("contingencyPlan", "order.fiveInPlace"));
        }
        if (!missing.isEmpty()) {
            throw new Refusal(missing.toArray(Violation[]::new));
        }
    }
}
