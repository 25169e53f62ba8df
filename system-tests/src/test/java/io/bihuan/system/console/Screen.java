package io.bihuan.system.console;

import com.microsoft.playwright.Browser.NewContextOptions;

/** What a person sits before, or holds in the hand. */
enum Screen {
    /** An office's. */
    DESK(1440, 900, false),
    /** 大屏, in a hall. */
    WALL(1920, 1080, false),
    /** The narrowest phone that inspectors and units have. */
    PHONE(360, 740, true);

    private final int width;
    private final int height;
    private final boolean touched;

    Screen(int width, int height, boolean touched) {
        this.width = width;
        this.height = height;
        this.touched = touched;
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setIsMobile(touched)
                .setHasTouch(touched)
                .setDeviceScaleFactor(touched ? 2 : 1);
    }
}
