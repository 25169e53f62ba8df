/**
 * What docker-compose.yml, k8s/ and the Dockerfiles say, held true without an engine that could run them: each object
 * fits its model strictly, an unknown field is refused, and ports, variables, images, topics and databases agree with
 * the services' own configuration and with the contracts.
 */
@NullMarked
package io.bihuan.system.deployment;

import org.jspecify.annotations.NullMarked;
