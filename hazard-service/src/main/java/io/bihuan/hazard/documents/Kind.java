package io.bihuan.hazard.documents;

/** The kinds of document that a step issues. */
public enum Kind {
    /** 限期整改通知书 */
    RECTIFICATION_NOTICE("限改"),
    /** 复查意见书 */
    REINSPECTION_OPINION("复查"),
    /** 挂牌督办通知书 */
    SUPERVISION_NOTICE("督办");

    private final String mark;

    Kind(String mark) {
        this.mark = mark;
    }

    /** As an office writes a number: {@code 630102限改〔2026〕17号}. */
    String number(String districtCode, int year, int serial) {
        return "%s%s〔%d〕%d号".formatted(districtCode, mark, year, serial);
    }
}
