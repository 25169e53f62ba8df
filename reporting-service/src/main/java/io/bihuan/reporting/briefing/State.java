package io.bihuan.reporting.briefing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a briefing can still be changed. */
@Schema(name = "BriefingState")
public enum State {
    /** Its text can be edited, its figures are those of the moment, and it has no number. */
    DRAFT,
    /** Frozen. */
    ISSUED
}
