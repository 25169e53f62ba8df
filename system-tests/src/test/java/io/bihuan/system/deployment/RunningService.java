package io.bihuan.system.deployment;

import java.util.Map;
import java.util.Set;

/**
 * One of our services as an installation runs it.
 *
 * @param ports every port number that leads to it or is asked for its health
 * @param probes the paths that are asked for its health
 * @param memory its limit in bytes
 * @param scratch the size of its /tmp in bytes
 * @param instances how many run at most at one time, while rolling out too
 */
record RunningService(
        String name,
        String image,
        Set<Integer> ports,
        Map<String, Setting> environment,
        Set<String> probes,
        long memory,
        long scratch,
        int instances) {}
