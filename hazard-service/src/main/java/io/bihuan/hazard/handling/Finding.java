package io.bihuan.hazard.handling;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.Occasion;
import io.bihuan.hazard.lifecycle.Source;

/** The command that opens a hazard 登记: where it lies, how it is classed, and what was found. */
public record Finding(String districtCode, Grade grade, Category category, Source source, Found found) {

    /** As it may go on record: who found it and who stood by are left out where they may be citizens. */
    public Finding recordable() {
        return source.isCitizens() ? new Finding(districtCode, grade, category, source, found.anonymous()) : this;
    }

    /** When, and taken by whom, it may go on record. */
    Occasion recordable(Occasion occasion) {
        return source.isCitizens() ? occasion.anonymous() : occasion;
    }
}
