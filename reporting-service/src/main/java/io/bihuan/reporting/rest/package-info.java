/** The reports over REST: what a client may ask, in which words it is refused, and how an answer looks. */
@org.jspecify.annotations.NullMarked
package io.bihuan.reporting.rest;
