package io.bihuan.hazard.registers;

import io.bihuan.hazard.lifecycle.Category;
import io.bihuan.hazard.lifecycle.Grade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sheet of the check items 检查项, with the words of the glossary's sections 4 and 9. */
final class CheckItemSheet implements RegisterSheet<CheckItemEntry, CheckItem> {

    private static final Column CODE = new Column("检查项代码", "code", 14);
    private static final Column CATEGORY = new Column("类别", "category", 18);
    private static final Column SITE_KIND = new Column("对象类型", "siteKind", 16);
    private static final Column TITLE_ZH = new Column("检查内容", "titleZh", 40);
    private static final Column TITLE_EN = new Column("英文名称", "titleEn", 40);
    private static final Column THRESHOLD = new Column("限值", "threshold", 14);
    private static final Column GRADE = new Column("默认等级", "grade", 10);

    @Override
    public String name() {
        return "检查项";
    }

    @Override
    public List<Column> columns() {
        return List.of(CODE, CATEGORY, SITE_KIND, TITLE_ZH, TITLE_EN, THRESHOLD, GRADE);
    }

    @Override
    public Map<Column, @Nullable String> written(CheckItem item) {
        Map<Column, @Nullable String> cells = new HashMap<>();
        cells.put(CODE, item.code());
        cells.put(CATEGORY, label(item.category()));
        cells.put(SITE_KIND, item.siteKind().label());
        cells.put(TITLE_ZH, item.titleZh());
        cells.put(TITLE_EN, item.titleEn());
        cells.put(THRESHOLD, item.threshold());
        cells.put(GRADE, label(item.grade()));
        return cells;
    }

    @Override
    public CheckItemEntry read(Cells cells) {
        return new CheckItemEntry(
                cells.textOrNull(CODE),
                cells.oneOf(CATEGORY, Category.class, CheckItemSheet::label),
                cells.oneOf(SITE_KIND, SiteKind.class, SiteKind::label),
                cells.text(TITLE_ZH),
                cells.textOrNull(TITLE_EN),
                cells.textOrNull(THRESHOLD),
                cells.oneOf(GRADE, Grade.class, CheckItemSheet::label));
    }

    private static String label(Grade grade) {
        return switch (grade) {
            case MAJOR -> "重大";
            case SERIOUS -> "较大";
            case GENERAL -> "一般";
            case MINOR -> "低";
        };
    }

    private static String label(Category category) {
        return switch (category) {
            case PIPELINE -> "管网";
            case STATION -> "场站";
            case CYLINDER -> "瓶装气";
            case COMMERCIAL_USE -> "餐饮等工商用户";
            case SCHOOL_USE -> "学校";
            case RESIDENTIAL_USE -> "居民用户";
            case RURAL_USE -> "农村用户";
            case TRANSPORT -> "运输";
            case THIRD_PARTY_WORKS -> "第三方施工";
            case APPLIANCE -> "燃气具";
            case MANAGEMENT -> "管理";
            case MONITORING_SYSTEM -> "监测系统";
            case ILLEGAL_OPERATION -> "非法经营";
            case SUPPLY_SERVICE -> "供应服务";
            case HEAT_SOURCE -> "热源";
            case HEAT_NETWORK -> "热网";
            case HEAT_SERVICE -> "供热服务";
        };
    }
}
