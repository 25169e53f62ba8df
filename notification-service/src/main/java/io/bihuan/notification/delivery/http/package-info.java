/**
 * The gateway that takes SMS over HTTP: signed requests out, and the signature that its receipts carry. Nothing outside
 * this room knows HTTP; delivery sees the {@code Gateway}.
 */
@NullMarked
package io.bihuan.notification.delivery.http;

import org.jspecify.annotations.NullMarked;
