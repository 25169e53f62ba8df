/**
 * Personal data: who the citizens are that reported is kept encrypted and apart from what they reported, shown to few,
 * each look recorded, and erased when its time is over; phones are masked for whoever does not need them (ADR 25).
 */
@NullMarked
package io.bihuan.hazard.privacy;

import org.jspecify.annotations.NullMarked;
