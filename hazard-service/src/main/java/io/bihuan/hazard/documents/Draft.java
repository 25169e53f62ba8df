package io.bihuan.hazard.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.bihuan.hazard.documents.Life.Moment;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes down what a document says. It reads the hazard's history up to the step that issued the document, and nothing
 * else: whatever happens later, the document says the same for ever (ADR 12).
 */
final class Draft {

    private static final Set<String> ORDERS = Set.of("hazard.assigned", "hazard.transferred", "hazard.reopened");

    /** Whose names may be those of people who reported, and must not be told to the unit (glossary, section 1). */
    private static final Set<String> CONFIDENTIAL = Set.of("CITIZEN", "HOTLINE_12345");

    private final Life life;
    private final JsonNode found;
    private final JsonNode last;
    private final Wording wording;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Draft(Life life, ZoneId zone) {
        this.life = life;
        found = life.found().data();
        last = life.last().data();
        wording = new Wording(zone);
    }

    /**
     * @param life up to the step that issued the document
     * @param district what the register called the district then
     */
    static Map<String, String> of(Issued document, Life life, String district, ZoneId zone) {
        Draft draft = new Draft(life, zone);
        draft.fields.put("编号", document.number());
        draft.fields.put("签发日期", draft.wording.day(document.issuedAt()));
        draft.fields.put("区划", district);
        draft.hazard();
        draft.order();
        draft.reinspection();
        draft.fields.put("督办级别", draft.wording.word("level", draft.last.path("level")));
        return draft.fields;
    }

    private void hazard() {
        boolean confidential = CONFIDENTIAL.contains(last.path("source").asText());
        put("隐患编号", last.path("number"));
        put("隐患描述", found.path("description"));
        fields.put("隐患等级", wording.word("grade", last.path("grade")));
        fields.put("隐患类别", wording.word("category", last.path("category")));
        fields.put("隐患来源", wording.word("source", last.path("source")));
        put("检查对象", found.path("siteName"));
        put("地址", found.path("address"));
        put("检查项", found.path("checkItem"));
        fields.put("检查日期", wording.day(life.found().at()));
        put("检查人员", confidential ? MissingNode.getInstance() : found.path("foundBy"));
        put("见证人", confidential ? MissingNode.getInstance() : found.path("witness"));
    }

    /** The five in place 五到位, and who must see to them. */
    private void order() {
        JsonNode responsible = life.latest("responsible", ORDERS);
        JsonNode unit = life.latest("unit", ORDERS);
        put("责任单位", (unit.isMissingNode() ? found.path("unit") : unit).path("name"));
        put("责任人", responsible.path("name"));
        put("责任人电话", responsible.path("phone"));
        put("整改措施", life.latest("measures", ORDERS));
        fields.put("整改资金", wording.money(life.latest("funds", ORDERS)));
        put("应急预案", life.latest("contingencyPlan", ORDERS));
        put("临时管控措施", life.latest("interimControls", ORDERS));
        fields.put("整改期限", wording.deadline(last.path("dueAt")));
        put("事由", ORDERS.contains(life.last().type()) ? last.path("reason") : MissingNode.getInstance());
    }

    private void reinspection() {
        Moment rectified = life.latest("hazard.rectified");
        JsonNode report = rectified == null ? MissingNode.getInstance() : rectified.data();
        put("整改情况", report.path("description"));
        put("整改人", report.path("rectifiedBy"));
        fields.put("整改日期", rectified == null ? Wording.NOTHING : wording.day(rectified.at()));
        fields.put(
                "复查结论",
                switch (life.last().type()) {
                    case "hazard.closed" -> "整改合格，同意销号。";
                    case "hazard.returned" -> "整改不合格，须于" + fields.get("整改期限") + "前继续整改到位。";
                    default -> Wording.NOTHING;
                });
        put("复查意见", opinion());
        put("复查人员", last.path("inspector"));
        put("审批人", last.path("approvedBy"));
    }

    /** Why it was closed, or sent back. */
    private JsonNode opinion() {
        return switch (life.last().type()) {
            case "hazard.closed" -> last.path("opinion");
            case "hazard.returned" -> last.path("reason");
            default -> MissingNode.getInstance();
        };
    }

    private void put(String placeholder, JsonNode text) {
        fields.put(placeholder, Wording.text(text));
    }
}
