package io.bihuan.hazard.casework;

import io.bihuan.hazard.lifecycle.Source;

/** Where cases come from. */
public enum CaseSource {
    /** 12345 热线 */
    HOTLINE_12345(Source.HOTLINE_12345),
    /** 群众 */
    CITIZEN(Source.CITIZEN);

    private final Source source;

    CaseSource(Source source) {
        this.source = source;
    }

    /** As a hazard that the case opens has it. */
    Source source() {
        return source;
    }
}
