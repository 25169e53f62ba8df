package io.bihuan.hazard.registers;

/**
 * Which things of a register to list.
 *
 * @param <F> what is on file there
 */
public interface Filter<F> {

    Conditions conditions();
}
