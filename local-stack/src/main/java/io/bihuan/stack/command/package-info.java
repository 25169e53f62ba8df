/** The commands of {@code ./bihuan}, one class each: what a person asks of the stack, and what is said to the person. */
@NullMarked
package io.bihuan.stack.command;

import org.jspecify.annotations.NullMarked;
