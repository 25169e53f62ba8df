package io.bihuan.stack.season;

import io.bihuan.stack.season.Registers.CheckItem;
import java.util.List;

/**
 * A kind of place, and of trouble: where hazards come up, how often, whose they are, and what is done about them. What makes
 * homes cold is a trade of its own: it is found in the same blocks, but it is the heating company's.
 */
enum Trade {
    RESTAURANT(
            "RESTAURANT",
            "RESTAURANT",
            Owner.ITSELF,
            false,
            34,
            List.of("川菜馆", "火锅店", "牛肉面馆", "烧烤店", "清真餐厅", "土火锅店", "羊肉馆", "小吃店"),
            "更换不合格的软管、灶具或报警切断装置，整改期间停止用气",
            "已更换并由燃气企业复检，现场通气试验正常"),
    BLOCK(
            "RESIDENTIAL",
            "PROPERTY_MANAGER",
            Owner.PROPERTY_MANAGER,
            false,
            22,
            List.of("老旧小区", "家属院", "安置小区", "住宅小区"),
            "入户整改，更换锈蚀立管并恢复通风和安全间距",
            "立管已更换，气密性试验合格，已向住户告知"),
    HEAT_STATION(
            "HEAT_STATION",
            "HEAT_NETWORK",
            Owner.HEATING_COMPANY,
            true,
            11,
            List.of("换热站"),
            "抢修泄漏管段，更换锈蚀管道，抢修期间保障供热",
            "漏点已焊补并保温，管网压力恢复正常"),
    COLD_HOME(
            "RESIDENTIAL",
            "PROPERTY_MANAGER",
            Owner.PROPERTY_MANAGER,
            true,
            8,
            List.of(),
            "排查换热站和楼内管网，恢复供热并回访住户",
            "已排气调网，室温复测达标"),
    HEAT_SOURCE(
            "HEAT_SOURCE",
            "HEAT_SOURCE",
            Owner.ITSELF,
            true,
            2,
            List.of("集中供热热源厂"),
            "检修锅炉安全附件，补足燃料储备",
            "安全附件已检定，燃料储备已补足"),
    PIPELINE(
            "PIPELINE_COMPANY",
            "PIPELINE_GAS_COMPANY",
            Owner.GAS_COMPANY,
            false,
            9,
            List.of("中压管段", "调压站", "庭院管网", "阀门井组"),
            "开挖检测并更换或保护管段，补设警示标志",
            "管段已处置，复测无泄漏"),
    STATION(
            "STATION",
            "FILLING_STATION",
            Owner.ITSELF,
            false,
            4,
            List.of("加气站", "气化站"),
            "检修报警和切断装置，补办检测和作业手续",
            "装置已检修并经第三方检测合格"),
    BOTTLED_GAS(
            "LPG_SUPPLIER",
            "LPG_STORAGE_AND_FILLING",
            Owner.ITSELF,
            false,
            6,
            List.of("液化气储配站", "液化气供应站"),
            "清退不合格气瓶，规范充装、存放和运输",
            "不合格气瓶已全部送检或报废，台账已补齐"),
    SCHOOL(
            "SCHOOL",
            "SCHOOL_OR_CANTEEN",
            Owner.ITSELF,
            false,
            5,
            List.of("中学食堂", "小学食堂", "幼儿园食堂"),
            "检修食堂报警切断装置和烟道，建立开关阀记录",
            "报警切断装置运转正常，值日记录已建立"),
    VILLAGE("VILLAGE", "OTHER", Owner.ITSELF, false, 3, List.of("煤改气村"), "配齐村级安全员，调整表后阀位置", "安全员已到岗，表后阀已改造"),
    WORKSITE(
            "WORKSITE",
            "OTHER",
            Owner.ITSELF,
            false,
            3,
            List.of("道路改造工地", "老旧小区改造工地"),
            "停止燃气管道附近作业，补签保护协议并现场交底",
            "保护协议已签，燃气企业派人旁站"),
    SHOP("RETAILER", "OTHER", Owner.ITSELF, false, 2, List.of("燃气具经销店"), "下架不合格燃气具，查清来源和去向", "不合格产品已下架并移交市场监管部门");

    /** Who has to rectify what is found at a place. */
    enum Owner {
        ITSELF,
        PROPERTY_MANAGER,
        GAS_COMPANY,
        HEATING_COMPANY
    }

    private final String siteKind;
    private final String unitKind;
    private final Owner owner;
    private final boolean heating;
    private final double share;
    private final List<String> names;
    private final String order;
    private final String work;

    Trade(
            String siteKind,
            String unitKind,
            Owner owner,
            boolean heating,
            double share,
            List<String> names,
            String order,
            String work) {
        this.siteKind = siteKind;
        this.unitKind = unitKind;
        this.owner = owner;
        this.heating = heating;
        this.share = share;
        this.names = names;
        this.order = order;
        this.work = work;
    }

    /** As the register of sites writes it. */
    String siteKind() {
        return siteKind;
    }

    /** As the register of units writes what its owner is. */
    String unitKind() {
        return unitKind;
    }

    Owner owner() {
        return owner;
    }

    /** Whether it is about heat, of which there is more the colder it is. */
    boolean heating() {
        return heating;
    }

    /** Of a hundred hazards in an ordinary week of the heating season. */
    double share() {
        return share;
    }

    /** What its places are called, after the county; none if they are another trade's. */
    List<String> names() {
        return names;
    }

    /** What the notice orders 整改措施. */
    String order() {
        return order;
    }

    /** What the unit reports to have done. */
    String work() {
        return work;
    }

    boolean has(CheckItem item) {
        return item.siteKind().equals(siteKind) && item.category().startsWith("HEAT_") == heating;
    }
}
