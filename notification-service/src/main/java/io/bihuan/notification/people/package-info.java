/**
 * Who holds which post: the contacts of units and districts, who stands in for whom, and who is on duty on a day. A step of
 * the ladder names posts; who is told is looked up here when the message is made.
 */
@NullMarked
package io.bihuan.notification.people;

import org.jspecify.annotations.NullMarked;
