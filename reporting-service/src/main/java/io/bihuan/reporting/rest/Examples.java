package io.bihuan.reporting.rest;

/** The examples that the OpenAPI document shows. */
final class Examples {

    static final String REPORT = """
            {
              "from": "2026-05-01T00:00:00+08:00",
              "to": "2026-06-01T00:00:00+08:00",
              "asOf": "2026-05-31T18:00:00+08:00",
              "items": [
                {
                  "districtCode": "630102",
                  "name": "城东区",
                  "found": 3, "assigned": 3, "rectified": 2, "closed": 1, "open": 2,
                  "overdueNow": 1, "overdueEver": 1, "escalated": 1, "returned": 1,
                  "rectificationRate": 0.6667, "closureRate": 0.3333, "onTimeRate": 0.6667,
                  "meanDaysToClose": 13.0, "medianDaysToClose": 13.0, "p90DaysToClose": 13.0,
                  "planned": 1, "funds": 3200.50, "contingencyPlans": 1, "monitored": 1
                }
              ],
              "total": {
                "found": 3, "assigned": 3, "rectified": 2, "closed": 1, "open": 2,
                "overdueNow": 1, "overdueEver": 1, "escalated": 1, "returned": 1,
                "rectificationRate": 0.6667, "closureRate": 0.3333, "onTimeRate": 0.6667,
                "meanDaysToClose": 13.0, "medianDaysToClose": 13.0, "p90DaysToClose": 13.0,
                "planned": 1, "funds": 3200.50, "contingencyPlans": 1, "monitored": 1
              }
            }""";

    static final String RANKING = """
            {
              "of": "districts", "period": "2026-05", "parent": "6301",
              "from": "2026-03-01", "to": "2026-05-31", "asOf": "2026-05-31T23:59:59.999999+08:00",
              "rules": 1, "ranked": 1, "closedAt": "2026-06-01T01:02:03+08:00",
              "items": [
                {
                  "place": 1, "code": "630102", "name": "城东区", "found": 8, "score": 95.00,
                  "deductions": [
                    {
                      "cause": "OVERDUE_NOW", "points": 5.00, "most": 40, "share": 0.1250, "hazards": 1,
                      "grades": [{"grade": "GENERAL", "weight": 2, "hazards": 1, "found": 8}],
                      "text": "逾期未整改",
                      "query": "/api/reports/hazards?of=overdueNow&parent=630102&from=2026-03-01&to=2026-05-31&asOf=2026-05-31T23%3A59%3A59.999999%2B08%3A00",
                      "numbers": null
                    }
                  ],
                  "months": [], "closed": {"place": 1, "score": 95.00}, "consequences": []
                }
              ]
            }""";

    private static final String RULES = """
              "weights": {"MAJOR": 10, "SERIOUS": 5, "GENERAL": 2, "MINOR": 1},
              "points": {"OVERDUE_NOW": 40, "OVERDUE_EVER": 20, "ESCALATED": 15, "RETURNED": 15, "OPEN": 10},
              "months": 3, "last": 3, "leastRanked": 6,
              "inARow": {"INTERVIEW_CENTRE": 5, "INTERVIEW_BUREAU_AND_MEDIA": 10, "PUBLIC_INTERVIEW": 1,
                         "YELLOW_CARD": 1, "RED_CARD": 3}
            }""";

    static final String RANKING_RULES = "{" + RULES;

    static final String RANKING_RULES_VERSION = "{\"version\": 1, \"recordedAt\": null, " + RULES;

    static final String RANKING_RULES_VERSIONS = "{\"items\": [" + RANKING_RULES_VERSION + "]}";

    static final String TREND = """
            {
              "district": "6301",
              "metric": "closureRate",
              "asOf": "2026-05-31T18:00:00+08:00",
              "points": [
                {"start": "2026-05-18", "value": 0.3333},
                {"start": "2026-05-25", "value": null}
              ]
            }""";

    private static final String HAZARD = """
            {
              "hazardId": "01890a5d-ac96-774b-bcce-b302099a8057",
              "number": "630102-2026-000101",
              "districtCode": "630102",
              "grade": "MAJOR",
              "category": "COMMERCIAL_USE",
              "source": "INSPECTION",
              "status": "ASSIGNED",
              "unit": "城东区某餐馆",
              "campaign": null,
              "description": "后厨未安装可燃气体报警器",
              "siteName": "城东区某餐馆",
              "foundAt": "2026-05-05T09:00:00+08:00",
              "dueAt": "2026-05-20T00:00:00+08:00",
              "overdue": true,
              "daysToClose": null
            }""";

    static final String HAZARDS = "{\"items\": [" + HAZARD + "], \"nextCursor\": null}";

    private static final String OF_ONE_HAZARD = """
            {
              "found": 1, "assigned": 1, "rectified": 0, "closed": 0, "open": 1,
              "overdueNow": 1, "overdueEver": 1, "escalated": 1, "returned": 0,
              "rectificationRate": 0.0000, "closureRate": 0.0000, "onTimeRate": 0.0000,
              "meanDaysToClose": null, "medianDaysToClose": null, "p90DaysToClose": null,
              "planned": 1, "funds": 3200.50, "contingencyPlans": 1, "monitored": 1
            }""";

    static final String LISTS = "{\"asOf\": \"2026-05-31T18:00:00+08:00\", \"figures\": " + OF_ONE_HAZARD
            + ", \"problems\": [" + HAZARD
            + "], \"weakPoints\": {\"categories\": [{\"name\": \"COMMERCIAL_USE\", \"figures\": " + OF_ONE_HAZARD
            + "}], \"units\": [{\"name\": \"城东区某餐馆\", \"figures\": " + OF_ONE_HAZARD
            + "}]}, \"measures\": [{\"hazard\": " + HAZARD
            + ", \"measures\": \"安装报警器并与切断阀联动\", \"funds\": 3200.50, \"contingencyPlan\": true, \"interimControls\": true}],"
            + " \"results\": []}";

    static final String STREAM = """
            :
            retry: 2718

            event: figures
            id: 6f1ed002-ab55-3591-8cf3-0b9b0f3e1f2a
            data: {"from":null,"to":null,"asOf":"2026-05-31T18:00:00+08:00","items":[…],"total":{"found":3,…}}
            """;

    static final String BAD_REQUEST = """
            {
              "status": 400,
              "title": "请求有误",
              "detail": "有 1 个查询参数有误",
              "instance": "/api/reports/districts",
              "violations": [{"field": "grade", "message": "须为其中之一：MAJOR, SERIOUS, GENERAL, MINOR"}]
            }""";

    static final String COVERAGE = """
            {
              "from": "2026-05-01T00:00:00+08:00",
              "to": "2026-06-01T00:00:00+08:00",
              "asOf": "2026-05-31T18:00:00+08:00",
              "items": [
                {
                  "districtCode": "630102",
                  "name": "城东区",
                  "sites": 40, "inspectedSites": 38, "coverageRate": 0.9500, "inspections": 51, "checkedItems": 612,
                  "failedItems": 9, "cleanInspections": 44, "foundHazards": 8, "fixedOnSpot": 3, "inspectedUnits": 36
                }
              ],
              "total": {
                  "sites": 40, "inspectedSites": 38, "coverageRate": 0.9500, "inspections": 51, "checkedItems": 612,
                  "failedItems": 9, "cleanInspections": 44, "foundHazards": 8, "fixedOnSpot": 3, "inspectedUnits": 36
              }
            }""";

    static final String TRAININGS = """
            {
              "from": "2026-05-01T00:00:00+08:00",
              "to": "2026-06-01T00:00:00+08:00",
              "asOf": "2026-05-31T18:00:00+08:00",
              "items": [
                {
                  "districtCode": "630102",
                  "name": "城东区",
                  "sessions": 5, "people": 318,
                  "byAudience": [{"audience": "UNIT_STAFF", "sessions": 5, "people": 318}]
                }
              ],
              "total": {
                  "sessions": 5, "people": 318,
                  "byAudience": [{"audience": "UNIT_STAFF", "sessions": 5, "people": 318}]
              }
            }""";

    static final String NATIONAL_FORM = """
            {
              "from": "2026-05-01T00:00:00+08:00",
              "to": "2026-06-01T00:00:00+08:00",
              "asOf": "2026-05-31T18:00:00+08:00",
              "items": [
                {
                  "districtCode": "630102",
                  "name": "城东区",
                  "units": 40, "inspectedUnits": 36, "found": 8, "rectified": 7, "rectificationRate": 0.8750,
                  "majorFound": 1, "majorRectified": 0, "majorRectificationRate": 0.0000,
                  "planned": 1, "fundsInTenThousand": 0.320050, "contingencyPlans": 1, "monitored": 1
                }
              ],
              "total": {
                  "units": 40, "inspectedUnits": 36, "found": 8, "rectified": 7, "rectificationRate": 0.8750,
                  "majorFound": 1, "majorRectified": 0, "majorRectificationRate": 0.0000,
                  "planned": 1, "fundsInTenThousand": 0.320050, "contingencyPlans": 1, "monitored": 1
              }
            }""";

    static final String CAMPAIGNS = """
            {
              "items": [{
                "code": "GAS-2026", "name": "城镇燃气安全专项整治", "from": "2026-04-01", "to": "2026-12-31", "phase": "SELF_CHECK",
                "districts": ["6301"], "siteKinds": ["RESTAURANT", "SCHOOL"], "targets": {"coverage": 1, "closure": 0.95}
              }],
              "nextCursor": null
            }""";

    static final String CAMPAIGN = """
            {
              "asOf": "2026-05-31T18:00:00+08:00",
              "campaign": {
                "code": "GAS-2026", "name": "城镇燃气安全专项整治", "from": "2026-04-01", "to": "2026-12-31", "phase": "SELF_CHECK",
                "districts": ["6301"], "siteKinds": ["RESTAURANT", "SCHOOL"], "targets": {"coverage": 1, "closure": 0.95}
              },
              "inAll": {
                "items": [
                  {
                    "districtCode": "6301",
                    "name": "西宁市",
                    "sites": 40, "inspectedSites": 40, "coverageRate": 1.0000, "coverageMet": true, "inspections": 51,
                    "found": 8, "closed": 7, "closureRate": 0.8750, "closureMet": false, "trainings": 5, "trainedPeople": 318
                  }
                ],
                "total": {
                    "sites": 40, "inspectedSites": 40, "coverageRate": 1.0000, "coverageMet": true, "inspections": 51,
                    "found": 8, "closed": 7, "closureRate": 0.8750, "closureMet": false, "trainings": 5, "trainedPeople": 318
                }
              },
              "phases": [
                {
                  "phase": "SELF_CHECK", "from": "2026-04-16", "to": "2026-05-31",
                  "items": [],
                  "total": {
                    "sites": 40, "inspectedSites": 40, "coverageRate": 1.0000, "coverageMet": true, "inspections": 51,
                    "found": 8, "closed": 7, "closureRate": 0.8750, "closureMet": false, "trainings": 5, "trainedPeople": 318
                  }
                }
              ]
            }""";

    static final String REPORT_TABLE = """
            区划代码,区划,发现,交办,已整改,已销号,未销号,当前逾期,曾逾期,升级,复查不合格,整改率,销号率,按期整改率,平均销号天数,销号天数中位数,销号天数九成位,列入治理计划,整改资金（元）,应急预案,监控措施
            630102,城东区,3,3,2,1,2,1,1,1,1,0.6667,0.3333,0.6667,13.0,13.0,13.0,1,3200.50,1,1
            合计,,3,3,2,1,2,1,1,1,1,0.6667,0.3333,0.6667,13.0,13.0,13.0,1,3200.50,1,1
            """;

    static final String TREND_TABLE = """
            时间,销号率
            2026-05-18,0.3333
            2026-05-25,—
            """;

    static final String RANKING_TABLE = """
            名次,代码,名称,发现,得分,扣分 逾期未整改,扣分 曾逾期,扣分 被升级督办,扣分 复查不合格,扣分 未销号,结果
            1,630102,城东区,8,95.00,5.00,—,—,—,—,
            """;

    static final String BRIEFING_TEXT = """
            {"closing": "请各县区于本月底前完成重大隐患清零。"}""";

    static final String BRIEFING =
            """
            {
              "id": "01890a5d-ac96-774b-bcce-b302099a8058",
              "number": "6301-2026-W-018", "printedNumber": "〔2026〕第18期", "title": "西宁市工作简报（周报）",
              "state": "ISSUED", "kind": "WEEKLY", "language": "ZH", "districtCode": "6301", "districtName": "西宁市",
              "period": "2026-W18", "from": "2026-04-27T00:00:00+08:00", "to": "2026-05-04T00:00:00+08:00",
              "asOf": "2026-05-01T17:00:00+08:00", "issuedAt": "2026-05-01T17:00:00+08:00",
              "text": {
                "overview": "2026年第18周（截至2026年5月1日17时00分），西宁市共排查发现安全隐患1处……",
                "comparison": "与2026年第17周同期持平……",
                "overdue": "逾期未整改1处：城东区（1处）。",
                "closing": "请各县区于本月底前完成重大隐患清零。"
              },
              "items": [{
                "districtCode": "630102", "name": "城东区",
                "found": 1, "assigned": 1, "rectified": 0, "closed": 0, "open": 1,
                "overdueNow": 1, "overdueEver": 1, "escalated": 1, "returned": 0,
                "rectificationRate": 0.0000, "closureRate": 0.0000, "onTimeRate": 0.0000,
                "meanDaysToClose": null, "medianDaysToClose": null, "p90DaysToClose": null,
                "planned": 1, "funds": 3200.50, "contingencyPlans": 1, "monitored": 1
              }],
              "total": """ + OF_ONE_HAZARD + ", \"major\": " + OF_ONE_HAZARD + """
              ,
              "previous": {
                "period": "2026-W17", "from": "2026-04-20T00:00:00+08:00", "to": "2026-04-27T00:00:00+08:00",
                "asOf": "2026-04-24T17:00:00+08:00", "total": """ + OF_ONE_HAZARD + """
              },
              "yearBefore": {
                "period": "2025-W18", "from": "2025-04-28T00:00:00+08:00", "to": "2025-05-05T00:00:00+08:00",
                "asOf": "2025-05-02T17:00:00+08:00", "total": """ + OF_ONE_HAZARD + """
              },
              "overdue": [{"districtCode": "630102", "name": "城东区", "open": 1, "overdueNow": 1}]
            }""";

    static final String BRIEFINGS = """
            {
              "items": [{
                "id": "01890a5d-ac96-774b-bcce-b302099a8058", "number": "6301-2026-W-018", "state": "ISSUED",
                "kind": "WEEKLY", "language": "ZH", "districtCode": "6301", "period": "2026-W18", "version": 1,
                "draftedAt": "2026-05-01T17:00:00+08:00", "asOf": "2026-05-01T17:00:00+08:00",
                "issuedAt": "2026-05-01T17:00:00+08:00"
              }],
              "nextCursor": null
            }""";

    static final String DIFFERENCE = """
            {
              "number": "6301-2026-W-018",
              "frozenAsOf": "2026-05-01T17:00:00+08:00", "asOf": "2026-05-31T18:00:00+08:00",
              "items": [{
                "districtCode": "630102", "name": "城东区",
                "changes": {
                  "found": {"frozen": 1, "now": 2, "difference": 1},
                  "meanDaysToClose": {"frozen": null, "now": 13.0, "difference": null}
                }
              }],
              "total": {
                "found": {"frozen": 1, "now": 2, "difference": 1},
                "meanDaysToClose": {"frozen": null, "now": 13.0, "difference": null}
              }
            }""";

    static final String SCHEDULE = """
            {
              "id": "01890a5d-ac96-774b-bcce-b302099a8059",
              "district": "6301", "kind": "WEEKLY", "weekday": "FRIDAY", "dayOfMonth": null, "at": "17:00:00",
              "draft": false, "language": "ZH", "active": true, "version": 1,
              "recordedAt": "2026-04-30T17:00:00+08:00", "nextAt": "2026-05-01T17:00:00+08:00"
            }""";

    static final String SCHEDULES = "{\"items\": [" + SCHEDULE + "], \"nextCursor\": null}";

    static final String REBUILD = """
            {
              "id": 7, "state": "RUNNING", "wantedAt": "2026-05-31T23:00:00+08:00",
              "begunAt": "2026-05-31T23:00:04+08:00", "events": 1250000, "finishedAt": null, "problem": null
            }""";

    static final String RECONCILIATION = """
            {
              "districts": 1, "totals": 1,
              "differences": [{
                "districtCode": "630102", "slice": "grade=MAJOR", "grain": "M", "foundOn": "2026-05-01",
                "measure": "closed", "was": "18", "is": "1"
              }]
            }""";

    private Examples() {}
}
