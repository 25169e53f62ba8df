package io.bihuan.reporting.facts;

/** What the register tells of a district: how it stands on file, or that its hazards are another's from some moment on. */
public sealed interface DistrictNews permits District, Move {}
