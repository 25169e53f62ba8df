/**
 * The product as a whole: the packaged services as processes on real parts, asked only through what they offer
 * everybody, and checked against what their databases and the topic really hold.
 */
@NullMarked
package io.bihuan.system;

import org.jspecify.annotations.NullMarked;
