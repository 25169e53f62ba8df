/**
 * Campaigns 专项行动: a period with its phases, the districts and kinds of site it covers, and what it is to achieve.
 * What is found, inspected or taught under a campaign carries its code.
 */
@NullMarked
package io.bihuan.hazard.campaign;

import org.jspecify.annotations.NullMarked;
