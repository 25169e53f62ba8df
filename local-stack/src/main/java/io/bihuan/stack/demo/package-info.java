/** The demonstration: one hazard's whole life, each step checked against what the public contracts promise. */
@NullMarked
package io.bihuan.stack.demo;

import org.jspecify.annotations.NullMarked;
