/**
 * HTTP: turns a call into a command and the hazard into JSON, with the conventions of the public contract.
 */
@NullMarked
package io.bihuan.hazard.rest;

import org.jspecify.annotations.NullMarked;
