package io.bihuan.notification.rest;

import io.bihuan.notification.fixtures.OnRealParts;
import io.bihuan.stack.testing.AccessMatrix;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Who may call what. */
@OnRealParts
class AccessTest extends AccessMatrix {

    @Inject
    DataSource database;

    @Override
    protected DataSource database() {
        return database;
    }
}
