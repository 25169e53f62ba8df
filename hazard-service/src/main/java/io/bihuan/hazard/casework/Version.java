package io.bihuan.hazard.casework;

/** A version of rules that are data. The one with the highest number is in force. */
interface Version {

    int version();
}
