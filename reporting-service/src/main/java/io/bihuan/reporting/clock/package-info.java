/** What happens because time passes, and not because somebody did something. */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.clock;
