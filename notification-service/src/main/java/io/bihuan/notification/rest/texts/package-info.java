/** The calls on what people are told: the templates of messages, an office's own editions of them, and the trial of a draft. */
@NullMarked
package io.bihuan.notification.rest.texts;

import org.jspecify.annotations.NullMarked;
