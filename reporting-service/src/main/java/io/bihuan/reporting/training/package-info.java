/** The training sessions that were held and not voided: how many people, of which audience, in which district. */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.training;
