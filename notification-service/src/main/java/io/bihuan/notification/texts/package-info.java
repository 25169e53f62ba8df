/**
 * What people are told: the templates of messages in Chinese and English, checked when they are saved, and the rendering of
 * one. A template sees names and values and nothing of the system.
 */
@NullMarked
package io.bihuan.notification.texts;

import org.jspecify.annotations.NullMarked;
