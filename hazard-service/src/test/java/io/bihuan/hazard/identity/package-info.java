/** The service before the real Keycloak, with the realm that the product brings. */
@NullMarked
package io.bihuan.hazard.identity;

import org.jspecify.annotations.NullMarked;
