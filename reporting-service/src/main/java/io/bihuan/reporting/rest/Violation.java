package io.bihuan.reporting.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with one query parameter, in the client's language. */
@Schema(description = "What is wrong with one query parameter")
record Violation(String field, String message) {}
