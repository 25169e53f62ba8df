/** The services' public REST contract as the command line uses it, with nothing but what every client has. */
@NullMarked
package io.bihuan.stack.client;

import org.jspecify.annotations.NullMarked;
