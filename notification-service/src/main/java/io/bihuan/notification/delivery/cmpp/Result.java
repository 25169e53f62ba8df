package io.bihuan.notification.delivery.cmpp;

/**
 * The carrier's answer to a part (CMPP 3.0, section 7.4.3.2).
 *
 * @param code 0 if it took the part
 */
record Result(long code) {

    private static final int THROTTLED = 8;

    boolean isTaken() {
        return code == 0;
    }

    /** It was too much at once; the same part may be taken a moment later. */
    boolean isThrottled() {
        return code == THROTTLED;
    }

    /** It is not this message but our account that is wrong: set right, or with another carrier, the message can go. */
    boolean isAboutTheAccount() {
        return code == 5 || code == 7 || code >= 10 && code <= 12;
    }

    String words() {
        return "the carrier answered " + code + " (" + meaning() + ")";
    }

    private String meaning() {
        if (code > 13) {
            return "its own code";
        }
        return switch ((int) code) {
            case 1 -> "wrong structure";
            case 2 -> "wrong command";
            case 3 -> "repeated sequence number";
            case 4 -> "wrong length";
            case 5 -> "wrong fee code";
            case 6 -> "text too long";
            case 7 -> "wrong service code";
            case THROTTLED -> "too much at once";
            case 9 -> "it does not serve this number";
            case 10 -> "wrong source number";
            case 11 -> "wrong enterprise code";
            case 12 -> "wrong number to be charged";
            case 13 -> "wrong phone number";
            default -> "taken";
        };
    }
}
