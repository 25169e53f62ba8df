package io.bihuan.stack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;

/** Puts long messages together again, as a phone does: by who sent them to whom, and the sender's number of the message. */
final class SmscParts {

    /**
     * One SMS.
     *
     * @param id the message centre's
     * @param from the sender's address, often none
     * @param to the phone, with a plus if it has a country's code
     * @param message the sender's number of the message; its parts have it in common
     * @param of how many parts the message has
     * @param place 1 for the first
     */
    record Part(String id, String from, String to, int message, int of, int place, String text) {

        /** @throws ProcessRequestException for what no phone network carries */
        static Part of(SubmitSm submit, String id) throws ProcessRequestException {
            var octets = submit.getShortMessage();
            hold(octets.length > 0, "no text", SMPPConstant.STAT_ESME_RINVMSGLEN);
            int header = GSMSpecificFeature.UDHI.containedIn(submit.getEsmClass()) ? (octets[0] & 0xFF) + 1 : 0;
            hold(header < octets.length, "no text behind the header", SMPPConstant.STAT_ESME_RINVESMCLASS);
            var to = submit.getDestAddress();
            hold(to.matches("[0-9]{3,15}"), "not a phone number", SMPPConstant.STAT_ESME_RINVDSTADR);
            hold(
                    SmscText.fits(submit.getDataCoding(), header, octets.length - header),
                    "too long for one SMS",
                    SMPPConstant.STAT_ESME_RINVMSGLEN);
            var place = place(Arrays.copyOf(octets, header));
            return new Part(
                    id,
                    submit.getSourceAddr(),
                    submit.getDestAddrTon() == TypeOfNumber.INTERNATIONAL.value() ? "+" + to : to,
                    place[0],
                    place[1],
                    place[2],
                    SmscText.of(submit.getDataCoding(), Arrays.copyOfRange(octets, header, octets.length)));
        }

        /** Number of the message, how many parts, which part; of the header's elements 00 and 08 (3GPP TS 23.040, 9.2.3.24). */
        private static int[] place(byte[] header) throws ProcessRequestException {
            for (int at = 1; at + 1 < header.length; at += 2 + header[at + 1]) {
                int wide = header[at] == 8 ? 1 : 0;
                if ((header[at] == 0 || header[at] == 8)
                        && header[at + 1] == 3 + wide
                        && at + 4 + wide < header.length) {
                    int number =
                            wide == 1 ? (header[at + 2] & 0xFF) << 8 | (header[at + 3] & 0xFF) : header[at + 2] & 0xFF;
                    int of = header[at + 3 + wide] & 0xFF;
                    int which = header[at + 4 + wide] & 0xFF;
                    hold(which >= 1 && which <= of, "no such part", SMPPConstant.STAT_ESME_RINVESMCLASS);
                    return new int[] {number, of, which};
                }
                hold(header[at + 1] >= 0, "not a header", SMPPConstant.STAT_ESME_RINVESMCLASS);
            }
            return new int[] {0, 1, 1};
        }

        private static void hold(boolean holds, String complaint, int status) throws ProcessRequestException {
            if (!holds) {
                throw new ProcessRequestException(complaint, status);
            }
        }

        private String common() {
            return String.join("/", from, to, "" + message, "" + of);
        }
    }

    /** @param id the first part's */
    record Whole(String id, String text) {}

    private final Map<String, TreeMap<Integer, Part>> incomplete = new HashMap<>();

    /** Takes a part and answers the message that it completes. */
    synchronized Optional<Whole> add(Part part) {
        var parts = incomplete.computeIfAbsent(part.common(), message -> new TreeMap<>());
        parts.put(part.place(), part);
        if (parts.size() < part.of()) {
            return Optional.empty();
        }
        incomplete.remove(part.common());
        var text = new StringBuilder();
        parts.values().forEach(each -> text.append(each.text()));
        return Optional.of(new Whole(parts.firstEntry().getValue().id(), text.toString()));
    }
}
