package io.bihuan.system.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one way of installing the product makes, whatever language it is written in.
 *
 * @param topics partitions by name
 * @param databases by name
 * @param kafkaAddresses where the brokers answer, host:port
 * @param postgresAddresses where PostgreSQL answers, host:port
 * @param connections how many PostgreSQL admits
 */
record Installation(
        List<RunningService> services,
        RunningIdentity identity,
        Map<String, Integer> topics,
        Map<String, Database> databases,
        Set<String> kafkaAddresses,
        Set<String> postgresAddresses,
        int connections,
        String kafkaVersion,
        String postgresMajor) {

    /** A database and what its owner may. */
    record Database(String owner, boolean replication) {}
}
