package io.bihuan.notification.delivery.smpp;

import java.util.Map;
import java.util.Set;
import org.jsmpp.SMPPConstant;

/** What a message centre means by a command status that is not 0 (SMPP 3.4, 5.1.3). */
record Refusal(int status) {

    /** The same message may be taken later. */
    private static final Set<Integer> PASSING = Set.of(
            SMPPConstant.STAT_ESME_RINVBNDSTS,
            SMPPConstant.STAT_ESME_RSYSERR,
            SMPPConstant.STAT_ESME_RMSGQFUL,
            SMPPConstant.STAT_ESME_RTHROTTLED,
            SMPPConstant.STAT_ESME_RX_T_APPN);

    private static final Map<Integer, String> MEANING = Map.ofEntries(
            Map.entry(SMPPConstant.STAT_ESME_RINVMSGLEN, "invalid message length"),
            Map.entry(SMPPConstant.STAT_ESME_RINVBNDSTS, "not bound"),
            Map.entry(SMPPConstant.STAT_ESME_RALYBND, "already bound"),
            Map.entry(SMPPConstant.STAT_ESME_RSYSERR, "system error"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSRCADR, "invalid source address"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDSTADR, "invalid destination address"),
            Map.entry(SMPPConstant.STAT_ESME_RBINDFAIL, "bind failed"),
            Map.entry(SMPPConstant.STAT_ESME_RINVPASWD, "invalid password"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSYSID, "invalid system id"),
            Map.entry(SMPPConstant.STAT_ESME_RMSGQFUL, "message queue full"),
            Map.entry(SMPPConstant.STAT_ESME_RINVESMCLASS, "invalid esm_class"),
            Map.entry(SMPPConstant.STAT_ESME_RSUBMITFAIL, "submission failed"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSRCTON, "invalid type of the source address"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDSTTON, "invalid type of the destination address"),
            Map.entry(SMPPConstant.STAT_ESME_RINVSYSTYP, "invalid system type"),
            Map.entry(SMPPConstant.STAT_ESME_RTHROTTLED, "throttled"),
            Map.entry(SMPPConstant.STAT_ESME_RX_T_APPN, "temporary application error"),
            Map.entry(SMPPConstant.STAT_ESME_RX_P_APPN, "permanent application error"),
            Map.entry(SMPPConstant.STAT_ESME_RX_R_APPN, "rejected by the application"),
            Map.entry(SMPPConstant.STAT_ESME_RINVDCS, "invalid data coding"));

    boolean passes() {
        return PASSING.contains(status);
    }

    /** For people, such as {@code throttled (0x00000058)}. */
    @Override
    public String toString() {
        return "%s (0x%08X)".formatted(MEANING.getOrDefault(status, "refused"), status);
    }
}
