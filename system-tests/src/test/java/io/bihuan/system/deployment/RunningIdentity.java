package io.bihuan.system.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Keycloak as an installation runs it.
 *
 * @param address where the services find the realm
 * @param instances how many run at most at one time, while rolling out too
 */
record RunningIdentity(String image, String address, Map<String, Setting> environment, int instances) {

    static final String NAME = "keycloak";

    /** The folder with its Dockerfile and its realm. */
    static final String FOLDER = "keycloak";

    /** @return where the realm is found at an address of Keycloak */
    static String realmAt(String hostAndPort) {
        return "http://" + hostAndPort + "/realms/" + realm().path("realm").asText();
    }

    static JsonNode realm() {
        return Repository.yaml(Repository.text(FOLDER + "/bihuan-realm.json")).get(0);
    }

    /** How many connections one instance opens at most; 100 is Keycloak's default. */
    int connections() {
        return Integer.parseInt(environment
                .getOrDefault("KC_DB_POOL_MAX_SIZE", Setting.written("100"))
                .value());
    }
}
