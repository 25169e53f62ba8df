/**
 * A simulated heating season of Qinghai: what is found there in 90 days and what became of it, drawn by a seed, written down as a
 * ledger and imported; and hazards that keep coming. Whatever it makes says of itself that it is simulated.
 */
@NullMarked
package io.bihuan.stack.season;

import org.jspecify.annotations.NullMarked;
