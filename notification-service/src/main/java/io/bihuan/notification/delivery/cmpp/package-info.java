/**
 * The gateway that speaks CMPP 3.0 with a Chinese carrier's gateway (ISMG 短信网关): one session that is bound again whenever
 * it is lost, messages in parts through a window, and the carrier's reports. The layout of what goes over the wire is a
 * library's; the session is ours, because the library's sends what was not answered again by itself (ADR 16). Nothing
 * outside this room knows CMPP.
 */
@NullMarked
package io.bihuan.notification.delivery.cmpp;

import org.jspecify.annotations.NullMarked;
