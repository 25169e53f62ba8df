package io.bihuan.hazard.registers;

/** All districts: they are too few to narrow the list. */
public record DistrictFilter() implements Filter<District> {

    @Override
    public Conditions conditions() {
        return new Conditions();
    }
}
