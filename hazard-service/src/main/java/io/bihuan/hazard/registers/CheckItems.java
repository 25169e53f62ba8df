package io.bihuan.hazard.registers;

import io.bihuan.hazard.lifecycle.Occasion;
import jakarta.enterprise.context.ApplicationScoped;

/** The register of check items 检查项. No event tells of it: whoever names an item names it by its code. */
@ApplicationScoped
public class CheckItems extends Register<CheckItemEntry, CheckItem> {

    @Override
    Class<CheckItem> type() {
        return CheckItem.class;
    }

    @Override
    String kind() {
        return "checkItem";
    }

    @Override
    RegisterSheet<CheckItemEntry, CheckItem> sheet() {
        return new CheckItemSheet();
    }

    @Override
    CheckItem blank(String code, CheckItemEntry entry) {
        return new CheckItem();
    }

    @Override
    void demand(CheckItemEntry entry, Occasion occasion) {}

    @Override
    void record(CheckItem item, Occasion occasion) {}
}
