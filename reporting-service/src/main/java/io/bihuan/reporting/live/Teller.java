package io.bihuan.reporting.live;

import java.sql.SQLException;

/** Who can tell a district's present figures. */
@FunctionalInterface
public interface Teller {

    /** The figures of a district; empty for the whole register. */
    Present tell(String district) throws SQLException;
}
