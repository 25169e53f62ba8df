package io.bihuan.notification.people;

/**
 * A district as its event tells it.
 *
 * @param version 1, 2, 3… per district
 * @param name as people call it
 */
public record District(String code, int version, String name) {}
