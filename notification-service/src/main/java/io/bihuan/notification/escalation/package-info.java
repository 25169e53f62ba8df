/**
 * Reaching a step of escalation is a fact: kept in the transaction that reaches it, and from there published on the topic
 * {@code notification.events} at least once and in order, so that reports count it and the hazard shows it.
 */
@NullMarked
package io.bihuan.notification.escalation;

import org.jspecify.annotations.NullMarked;
