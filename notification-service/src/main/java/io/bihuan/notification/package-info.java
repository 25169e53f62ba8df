/**
 * The notification service: deadlines that are kept. Here is only what every room may say to a caller who asks for what
 * cannot be; the rooms are below.
 */
@NullMarked
package io.bihuan.notification;

import org.jspecify.annotations.NullMarked;
