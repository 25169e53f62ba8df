package io.bihuan.system.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one way of installing the product makes, whatever language it is written in.
 *
 * @param topics partitions by name
 * @param databases owners by name
 * @param roles by name, and whether they may read the write-ahead log
 * @param kafkaAddresses where the brokers answer, host:port
 * @param postgresAddresses where PostgreSQL answers, host:port
 * @param connections how many PostgreSQL admits
 */
record Installation(
        List<RunningService> services,
        RunningIdentity identity,
        Map<String, Integer> topics,
        Map<String, String> databases,
        Map<String, Boolean> roles,
        Set<String> kafkaAddresses,
        Set<String> postgresAddresses,
        int connections,
        String kafkaVersion,
        String postgresMajor) {}
