/**
 * The hazard and the steps of its life: which may follow which, what each must know, and what it changes. Knows
 * neither HTTP nor Kafka nor how anything is stored beyond its own mapping.
 */
@NullMarked
package io.bihuan.hazard.lifecycle;

import org.jspecify.annotations.NullMarked;
