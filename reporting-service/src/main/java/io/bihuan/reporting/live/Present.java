package io.bihuan.reporting.live;

/**
 * A district's present figures.
 *
 * @param revision tells them from others, in any replica and after any restart
 * @param json as they are sent
 */
public record Present(String revision, String json) {}
