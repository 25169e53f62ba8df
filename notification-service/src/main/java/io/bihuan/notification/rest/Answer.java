package io.bihuan.notification.rest;

import org.jspecify.annotations.Nullable;

/**
 * What a call answers.
 *
 * @param status the HTTP status
 * @param location the path of what the call has made
 * @param tag the entity tag of what is answered: its version
 * @param view the body, to be written as JSON
 */
public record Answer(
        int status, @Nullable String location, @Nullable String tag, Object view) {

    /** 201: the call has made something that has a version. */
    public static Answer created(String location, int version, Object view) {
        return new Answer(201, location, Integer.toString(version), view);
    }

    /** 201: the call has made something that is never changed. */
    public static Answer created(String location, Object view) {
        return new Answer(201, location, null, view);
    }

    /** 200: something that has a version now stands like this. */
    public static Answer changed(int version, Object view) {
        return new Answer(200, null, Integer.toString(version), view);
    }

    /** 200. */
    public static Answer ok(Object view) {
        return new Answer(200, null, null, view);
    }
}
