/**
 * Which steps of the escalation ladder overdue hazards reached: facts of notification-service, read from its topic and
 * kept beside the hazards, whose life they do not change. A record that cannot be used becomes a dead letter with its
 * reason; a database or broker that is away is waited for.
 */
@NullMarked
package io.bihuan.hazard.escalation;

import org.jspecify.annotations.NullMarked;
