/** What the tests share: lives of hazards as events, the topics, a clock that stands still. */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.testing;
