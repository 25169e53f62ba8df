package io.bihuan.hazard.intake;

import io.bihuan.hazard.Refusal;

/** A part of a mapping that can be wrong in more ways than by lacking something. */
interface Rule {

    /** @throws Refusal saying what is wrong with it, with fields that are relative to it */
    void check();
}
