/**
 * The service over HTTP: the reminders and messages that people look up, and the receipts that gateways send.
 * Errors are problem+json in Chinese or English; what is not understood is refused by name.
 */
@NullMarked
package io.bihuan.notification.rest;

import org.jspecify.annotations.NullMarked;
