package io.bihuan.hazard.evidence;

/**
 * The copies of a picture that are made of its pixels alone, as JPEG: they carry no time, no place, no camera.
 *
 * @param thumbnail for lists
 * @param publicCopy for whoever may see the picture and not where it was taken
 */
record Prints(byte[] thumbnail, byte[] publicCopy) {}
