package io.bihuan.notification.delivery.smpp;

import java.util.regex.Pattern;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/**
 * A number as SMPP writes it.
 *
 * @param type what kind of number, such as international
 * @param plan the plan that it belongs to, such as that of telephones
 * @param number without a plus
 */
record Address(TypeOfNumber type, NumberingPlanIndicator plan, String number) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]*");

    /** The phone of a message: E.164, or as it is dialled within the country. */
    static Address of(String phone) {
        return phone.startsWith("+")
                ? new Address(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, phone.substring(1))
                : new Address(TypeOfNumber.NATIONAL, NumberingPlanIndicator.ISDN, phone);
    }

    /** What the carrier assigned as our own: E.164, a short code, a word, or nothing, so that it chooses. */
    static Address ofSource(String source) {
        if (source.startsWith("+")) {
            return of(source);
        }
        return DIGITS.matcher(source).matches()
                ? new Address(TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, source)
                : new Address(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, source);
    }
}
