/**
 * The documents that steps issue: notices, opinions. Each has a number, and says for ever what the history said when
 * it was issued.
 */
@NullMarked
package io.bihuan.hazard.documents;

import org.jspecify.annotations.NullMarked;
