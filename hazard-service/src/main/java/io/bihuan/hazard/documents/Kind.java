package io.bihuan.hazard.documents;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kinds of document that a step issues. */
@Schema(name = "DocumentKind")
public enum Kind {
    /** 限期整改通知书 */
    RECTIFICATION_NOTICE(
            "限改",
            "限期整改通知书",
            "rectification-notice",
            Map.of(
                    "hazard.assigned", "noticeNumber",
                    "hazard.transferred", "noticeNumber",
                    "hazard.reopened", "noticeNumber")),
    /** 复查意见书 */
    REINSPECTION_OPINION(
            "复查",
            "复查意见书",
            "reinspection-opinion",
            Map.of(
                    "hazard.returned", "opinionNumber",
                    "hazard.closed", "opinionNumber")),
    /** 挂牌督办通知书 */
    SUPERVISION_NOTICE("督办", "挂牌督办通知书", "supervision-notice", Map.of("hazard.supervised", "documentNumber"));

    private final String mark;
    private final String title;
    private final String template;
    private final Map<String, String> issuedBy;

    /** @param issuedBy the events that issue it, each with the field that holds its number */
    Kind(String mark, String title, String template, Map<String, String> issuedBy) {
        this.mark = mark;
        this.title = title;
        this.template = template;
        this.issuedBy = issuedBy;
    }

    /** As an office writes a number: {@code 630102限改〔2026〕17号}. */
    String number(String districtCode, int year, int serial) {
        return "%s%s〔%d〕%d号".formatted(districtCode, mark, year, serial);
    }

    /** What stands at its head. */
    public String title() {
        return title;
    }

    /** The name of its templates, without their ending. */
    String template() {
        return template;
    }

    Map<String, String> issuedBy() {
        return issuedBy;
    }
}
