/**
 * HTTP, as all calls of this service speak it: problems, idempotency, preconditions, languages and times. The calls
 * themselves are in the packages below, one per thing that they are about.
 */
@NullMarked
package io.bihuan.hazard.rest;

import org.jspecify.annotations.NullMarked;
