package io.bihuan.hazard.intake;

import java.util.List;

/** A part of a mapping that reads columns of the file. */
interface ReadsColumns {

    /** The columns that it names itself, without those that its parts name. */
    List<String> ownColumns();
}
