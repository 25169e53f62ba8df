/**
 * Ledgers that other systems kept come in here: a mapping says what a file's columns mean, each row is read as the past
 * life of one hazard, and what is not yet on record is recorded with its own past times. Knows no source by name.
 */
@NullMarked
package io.bihuan.hazard.intake;

import org.jspecify.annotations.NullMarked;
