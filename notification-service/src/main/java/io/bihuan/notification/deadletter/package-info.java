/**
 * Records that could not be used, kept until a person has looked at them: each is tried once more, by whoever reads the
 * topic that it came from, or dropped with a reason. Nothing here is deleted.
 */
@NullMarked
package io.bihuan.notification.deadletter;

import org.jspecify.annotations.NullMarked;
