/**
 * The product in a browser, at one address: {@link Pages} are the screens, {@link Sessions} who is signed in, and {@link Forwarding} is
 * the way to the services. What the screens show and do is in {@code src/main/webui}; what a person may do is the services' to say.
 */
@NullMarked
package io.bihuan.console;

import org.jspecify.annotations.NullMarked;
