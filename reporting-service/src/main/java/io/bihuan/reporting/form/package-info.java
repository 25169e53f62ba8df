/** The national statistics form: what districts report upward, put together from inspections and hazards. */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.form;
