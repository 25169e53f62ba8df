package io.bihuan.notification.delivery;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent: one notice's text, or the digest of several.
 *
 * @param id its own, for good
 * @param notices the notices that it tells
 * @param template the name of the text that it was made from
 * @param text the signature 【…】 in front
 */
record NewMessage(UUID id, List<WaitingNotice> notices, String template, String text) {

    static NewMessage of(WaitingNotice notice) {
        return new NewMessage(
                UuidCreator.getTimeOrderedEpoch(),
                List.of(notice),
                notice.notice().template(),
                notice.notice().text());
    }

    static NewMessage digest(List<WaitingNotice> notices, String template, String text) {
        return new NewMessage(UuidCreator.getTimeOrderedEpoch(), notices, template, text);
    }

    private Notice first() {
        return notices.get(0).notice();
    }

    /** The one hazard that it is about; null if there are several, or none. */
    @Nullable
    UUID hazardId() {
        return notices.size() == 1 ? first().hazardId() : null;
    }

    @Nullable
    String recipient() {
        return first().recipient();
    }

    @Nullable
    String phone() {
        return first().phone();
    }

    /** As urgent as its gravest notice. */
    int priority() {
        return notices.stream()
                .mapToInt(waiting -> waiting.notice().priority())
                .min()
                .orElseThrow();
    }

    boolean urgent() {
        return notices.stream().anyMatch(waiting -> waiting.notice().urgent());
    }

    /** Until the last of its notices helps nobody any more; null if one always does. */
    @Nullable
    Instant usefulUntil() {
        Instant last = Instant.MIN;
        for (var waiting : notices) {
            var until = waiting.notice().usefulUntil();
            if (until == null) {
                return null;
            }
            last = until.isAfter(last) ? until : last;
        }
        return last;
    }

    /** Why it can't be sent; null if it can. */
    @Nullable
    String obstacle() {
        var phone = first().phone();
        if (phone == null) {
            return "no phone on file for %s of %s".formatted(first().role(), first().place());
        }
        return Phones.isPhone(phone) ? null : "not a phone number: " + phone;
    }
}
