package io.bihuan.hazard.handling;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import io.bihuan.hazard.lifecycle.HazardEvent.Found;
import io.bihuan.hazard.lifecycle.Source;

/** The command that opens a hazard 登记: where it lies, how it is classed, and what was found. */
public record Finding(String districtCode, Grade grade, Category category, Source source, Found found) {}
