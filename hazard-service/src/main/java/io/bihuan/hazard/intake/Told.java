package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.Refusal.Violation;
import io.bihuan.hazard.lifecycle.Hazard;
import io.bihuan.hazard.sheets.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row tells, as far as it can be known before the record is looked at. */
sealed interface Told {

    long row();

    /** The number of ours that it names, by which it may be on record. */
    default @Nullable String number() {
        return null;
    }

    /** A row that can't be read. */
    record Nothing(long row, List<Violation> violations) implements Told {}

    /** A row of a foreign ledger. */
    record Life(long row, PastLife life) implements Told {}

    /** A row of our own. */
    record Own(OwnLedger ledger, Row cells, Instant now) implements Told {

        @Override
        public long row() {
            return cells.number();
        }

        @Override
        public @Nullable String number() {
            return ledger.number(cells);
        }

        /** The row as that of a foreign ledger, where its number is not on record here. */
        Told asLife() {
            try {
                return new Life(row(), ledger.life(cells, now));
            } catch (Refusal refusal) {
                return new Nothing(row(), refusal.violations());
            }
        }

        /** The steps that it has beyond the hazard on record that it names. */
        List<PastStep> beyond(Hazard hazard) {
            int beyond = ledger.stepsBeyond(cells, hazard);
            if (beyond == 0) {
                return List.of();
            }
            List<PastStep> steps = ledger.past(cells, now).steps();
            return steps.subList(steps.size() - beyond, steps.size());
        }
    }
}
