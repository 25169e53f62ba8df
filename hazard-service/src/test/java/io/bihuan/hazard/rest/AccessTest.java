package io.bihuan.hazard.rest;

import io.bihuan.stack.testing.AccessMatrix;
import io.bihuan.stack.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Who may call what. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "database", value = "hazard"))
class AccessTest extends AccessMatrix {

    @Inject
    DataSource database;

    @Override
    protected DataSource database() {
        return database;
    }
}
