/**
 * What is counted and how: the definition of every measure, here and nowhere else. {@code docs/measures.md} says the same to people,
 * and a test holds both equal.
 */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.statistics;
