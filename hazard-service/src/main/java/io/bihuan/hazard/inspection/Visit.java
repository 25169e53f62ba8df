package io.bihuan.hazard.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command that records an inspection.
 *
 * @param site the code of a site on file
 * @param inspectors at least one
 * @param campaign the code of a campaign on file
 */
public record Visit(
        String site,
        InspectionKind kind,
        List<String> inspectors,
        @Nullable String campaign,
        List<Check> checklist,
        Signatures signatures,
        List<Discovery> hazards) {}
