package io.bihuan.notification.people;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a post on a day.
 *
 * @param name the person
 * @param phone E.164 or the mainland 11 digits
 * @param language in which the person is written to: Chinese or English
 */
public record Holder(@Nullable String name, String phone, Locale language) {}
