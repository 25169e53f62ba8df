/** The registers of contacts, of their absences and of who is on duty, over HTTP. */
@NullMarked
package io.bihuan.notification.rest.people;

import org.jspecify.annotations.NullMarked;
