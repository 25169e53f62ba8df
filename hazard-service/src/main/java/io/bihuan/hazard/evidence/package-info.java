/**
 * Evidence 佐证材料: the photos and papers that show a hazard and its rectification. What comes in is judged by its
 * content alone, kept once under its hash, and never leaves to the public with the place where it was taken.
 */
@NullMarked
package io.bihuan.hazard.evidence;

import org.jspecify.annotations.NullMarked;
