/**
 * The console as people use it: in a real Chromium, on the stack that all system tests share. A {@code Browser} opens it for a {@code
 * Person}, and fails a test in which the browser complained of anything.
 */
@NullMarked
package io.bihuan.system.console;

import org.jspecify.annotations.NullMarked;
