package io.bihuan.hazard.registers;

import org.jspecify.annotations.Nullable;

/** What is to stand on file of one thing. */
interface Entry {

    /** As it was given. */
    @Nullable
    String code();

    /** The code that it is to have on file, if the entry itself gives it one. */
    @Nullable
    String ownCode();
}
