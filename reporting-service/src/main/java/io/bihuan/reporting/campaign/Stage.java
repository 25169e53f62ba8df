package io.bihuan.reporting.campaign;

import io.bihuan.reporting.division.Divided;

/** What was achieved in one phase of a campaign, by the campaign's districts. */
public record Stage(Phase phase, Divided<Achievement> achieved) {}
