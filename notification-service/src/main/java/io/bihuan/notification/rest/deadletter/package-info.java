/**
 * Dead letters as operators see them: listed, looked at, retried, dropped.
 */
@NullMarked
package io.bihuan.notification.rest.deadletter;

import org.jspecify.annotations.NullMarked;
