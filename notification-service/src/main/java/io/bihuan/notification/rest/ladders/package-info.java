/** The calls on ladders: which steps a city takes before and after a deadline, and what they will bring to one hazard. */
@NullMarked
package io.bihuan.notification.rest.ladders;

import org.jspecify.annotations.NullMarked;
