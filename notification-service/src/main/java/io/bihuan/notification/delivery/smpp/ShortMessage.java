package io.bihuan.notification.delivery.smpp;

import io.bihuan.notification.delivery.Gsm7;
import io.bihuan.notification.delivery.Segments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;

/**
 * One SMS of a text: the octets, and how a phone is to read them.
 *
 * @param coding GSM-7, a character an octet, or UCS-2
 * @param kind whether a header precedes the text, which says what part of which message it is
 * @param octets of header and text
 */
record ShortMessage(DataCoding coding, ESMClass kind, byte[] octets) {

    private static final DataCoding UCS_2 = new GeneralDataCoding(Alphabet.ALPHA_UCS2);

    /**
     * A text as the SMS that are billed ({@link Segments}).
     *
     * @param number of the message, its last octet; differs from that of others to the same phone just before and after
     */
    static List<ShortMessage> of(String text, int number) {
        boolean basic = Gsm7.fits(text);
        var coding = basic ? DataCodings.ZERO : UCS_2;
        var parts = Segments.parts(text);
        var messages = new ArrayList<ShortMessage>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var octets = basic ? Gsm7.encode(part) : part.getBytes(StandardCharsets.UTF_16BE);
            messages.add(
                    parts.size() == 1
                            ? new ShortMessage(coding, new ESMClass(), octets)
                            : new ShortMessage(
                                    coding,
                                    new ESMClass(GSMSpecificFeature.UDHI.value()),
                                    headed(number, parts.size(), i + 1, octets)));
        }
        return messages;
    }

    /** The header of a part has six octets (3GPP TS 23.040, 9.2.3.24.1); the wider number would cost a character a part. */
    private static byte[] headed(int number, int parts, int place, byte[] octets) {
        var headed = new byte[6 + octets.length];
        headed[0] = 5;
        headed[1] = 0;
        headed[2] = 3;
        headed[3] = (byte) number;
        headed[4] = (byte) parts;
        headed[5] = (byte) place;
        System.arraycopy(octets, 0, headed, 6, octets.length);
        return headed;
    }
}
