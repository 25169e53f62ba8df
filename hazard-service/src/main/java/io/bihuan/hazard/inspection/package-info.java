/**
 * Inspections 检查: who went to which site, what was checked, who signed, and what hazards came to light, recorded all at
 * once or not at all. A clean one counts too: it is what coverage is made of.
 */
@NullMarked
package io.bihuan.hazard.inspection;

import org.jspecify.annotations.NullMarked;
