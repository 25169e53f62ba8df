/**
 * The gateway that is a message centre (SMSC) spoken to in SMPP 3.4: one session that sends and receives, bound again
 * whenever it ends. SMPP knows a message only by the id that its answer brings, so one that may have gone out is never
 * sent again; the receipt, which may come before the answer, is kept before it is answered.
 */
@NullMarked
package io.bihuan.notification.delivery.smpp;

import org.jspecify.annotations.NullMarked;
