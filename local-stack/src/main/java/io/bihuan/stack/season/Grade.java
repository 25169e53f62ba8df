package io.bihuan.stack.season;

/** How dangerous 隐患等级, and for how many days the policy that comes with the product lets it be. */
enum Grade {
    MAJOR(30, 0.15),
    SERIOUS(15, 0.65),
    GENERAL(7, 1.3),
    MINOR(3, 1);

    private final int days;
    private final double frequency;

    Grade(int days, double frequency) {
        this.days = days;
        this.frequency = frequency;
    }

    int days() {
        return days;
    }

    /** How often a check item of this grade comes up, compared with others. */
    double frequency() {
        return frequency;
    }
}
