/**
 * Who does well: districts and units by a score from which points are deducted, each for a cause that can be opened down to its
 * hazards; and what being among the last again and again leads to. The weights are data ({@link Rules}); what has consequences is kept
 * when its period is over.
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.ranking;
