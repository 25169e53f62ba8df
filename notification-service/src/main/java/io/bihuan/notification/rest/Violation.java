package io.bihuan.notification.rest;

/**
 * What is wrong with one field or parameter.
 *
 * @param field its name, or the empty text for the body as a whole
 * @param message for people
 */
public record Violation(String field, String message) {}
