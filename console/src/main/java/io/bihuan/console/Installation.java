package io.bihuan.console;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** What whoever installs the console tells it: {@code bihuan.console.*}. */
@ConfigMapping(prefix = "bihuan.console")
interface Installation {

    /** Where hazard-service is; its paths begin with {@code /api}. */
    URI hazardService();

    URI notificationService();

    URI reportingService();

    /** Whether the hazards here are made up, which every page then says. */
    @WithDefault("false")
    boolean simulated();
}
