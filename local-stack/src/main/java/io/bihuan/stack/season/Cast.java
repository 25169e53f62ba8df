package io.bihuan.stack.season;

import io.bihuan.stack.DemoPerson;
import io.bihuan.stack.client.Api;
import io.bihuan.stack.client.Tokens;
import io.bihuan.stack.season.Script.Move;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The demo persons, who take the steps of scripts by the calls that everybody has. Who rectifies never closes, and a major hazard
 * has two people at its end. A unit that no demo person belongs to has its report taken down by a supervisor.
 */
final class Cast {

    private static final Map<String, DemoPerson> OF_UNITS =
            Map.of(DemoPerson.UNIT.unit(), DemoPerson.UNIT, DemoPerson.UNIT2.unit(), DemoPerson.UNIT2);

    private final Api hazards;
    private final Tokens tokens;
    private final String campaign;
    private final InstantSource clock;

    /** @param campaign that what is found belongs to */
    Cast(Api hazards, Tokens tokens, String campaign, InstantSource clock) {
        this.hazards = hazards;
        this.tokens = tokens;
        this.campaign = campaign;
        this.clock = clock;
    }

    /** @param number its outside number */
    Api.Answer find(Finding finding, String number) {
        return as(finding.byCitizens() ? DemoPerson.INTAKE : DemoPerson.INSPECTOR)
                .post(
                        "/api/hazards",
                        Map.of(
                                "districtCode", finding.site().district(),
                                "category", finding.item().category(),
                                "grade", finding.grade().name(),
                                "source", finding.source(),
                                "description", finding.description(),
                                "site", finding.site().code(),
                                "checkItem", finding.item().code(),
                                "externalNumber", number,
                                "campaign", campaign,
                                "unit", unit(finding)));
    }

    /** Takes the step of a hazard that stands for a script. */
    Api.Answer take(Move move, Script script, String id) {
        var path = "/api/hazards/" + id + "/";
        return switch (move) {
            case ASSIGN -> as(DemoPerson.SUPERVISOR).post(path + "assignment", assignment(script));
            case SUPERVISE ->
                as(DemoPerson.SUPERVISOR)
                        .post(
                                path + "supervision",
                                Map.of("level", "CITY", "documentNumber", Simulated.labelled("督办")));
            case RECTIFY -> rectify(path + "rectification", script.finding());
            case SEND_BACK ->
                as(DemoPerson.INSPECTOR2).post(path + "return", Map.of("reason", "整改不彻底，现场仍不符合要求", "withinDays", 3));
            case REINSPECT -> as(DemoPerson.INSPECTOR2).post(path + "reinspection", Map.of("opinion", "复查合格，同意销号"));
            case CLOSE -> as(DemoPerson.SUPERVISOR).post(path + "closure", Map.of("opinion", "复查合格，同意销号"));
        };
    }

    /** Without a deadline of its own the policy dates it. */
    private Map<String, Object> assignment(Script script) {
        var finding = script.finding();
        var order = new HashMap<String, Object>(Map.of(
                "unit",
                unit(finding),
                "responsible",
                Map.of("name", Unit.RESPONSIBLE, "phone", finding.unit().phone()),
                "measures",
                finding.trade().order(),
                "funds",
                3000,
                "contingencyPlan",
                "停用故障设施，备用气源或热源待命",
                "interimControls",
                "整改期间专人值守"));
        if (script.late()) {
            order.put("dueAt", clock.instant().plus(Script.NEAR).toString());
        }
        return order;
    }

    private Api.Answer rectify(String path, Finding finding) {
        var own = OF_UNITS.get(finding.unit().code());
        return own != null
                ? as(own).post(path, Map.of("description", finding.trade().work()))
                : as(DemoPerson.SUPERVISOR2)
                        .post(path, Map.of("description", finding.trade().work(), "rectifiedBy", Unit.RESPONSIBLE));
    }

    private static Map<String, String> unit(Finding finding) {
        return Map.of("code", finding.unit().code(), "name", finding.unit().name());
    }

    private Api as(DemoPerson person) {
        return hazards.as(() -> tokens.of(person.login()));
    }
}
