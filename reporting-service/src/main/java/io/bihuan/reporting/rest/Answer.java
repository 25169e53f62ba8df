package io.bihuan.reporting.rest;

import org.jspecify.annotations.Nullable;

/**
 * What a call answers.
 *
 * @param status the HTTP status
 * @param location the path of what the call has made
 * @param tag the entity tag of what is answered
 * @param view the body: written as JSON, or these bytes if it is JSON already
 */
record Answer(
        int status, @Nullable String location, @Nullable String tag, Object view) {}
