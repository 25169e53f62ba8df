package io.bihuan.hazard.campaign;

import io.bihuan.hazard.Refusal;
import io.bihuan.hazard.registers.SiteKind;
import java.util.List;
import java.util.SortedSet;

/**
 * What a campaign is (glossary, section 7): its phases lie within its period, in their order, and do not overlap.
 *
 * @param districts codes on file; each stands for all below it
 * @param siteKinds the kinds of site that are covered
 */
public record Plan(
        String name,
        Period period,
        List<Phase> phases,
        SortedSet<String> districts,
        SortedSet<SiteKind> siteKinds,
        Targets targets) {

    public Plan {
        period.verify("period");
        for (int i = 0; i < phases.size(); i++) {
            Phase phase = phases.get(i);
            String field = "phases[" + i + "]";
            phase.period().verify(field);
            if (!period.contains(phase.period())) {
                throw new Refusal(field, "campaign.phaseOutside", period.from(), period.to());
            }
            if (i > 0 && !phase.follows(phases.get(i - 1))) {
                throw new Refusal(
                        field,
                        "campaign.phaseOrder",
                        phase.kind(),
                        phases.get(i - 1).kind());
            }
        }
    }
}
