/**
 * What is known: each step of each hazard as it was told, how the hazard stood from one moment to the next, and the totals of all
 * districts. Each is made of the one before in the transaction that changes it, and can be made anew.
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.facts;
