package io.bihuan.hazard.privacy;

/**
 * Who did something, as the token says.
 *
 * @param subject tells the person from all others
 * @param name what to call the person
 */
public record Author(String subject, String name) {}
