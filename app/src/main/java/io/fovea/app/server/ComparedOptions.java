package io.fovea.app.server;

/**
 * How a layer of two looks is drawn.
 *
 * @param size the most rows and columns of a picture
 * @param count the most channels
 * @param eachChannel whether each channel has a scale of its own; else one holds for all of them
 */
record ComparedOptions(int size, int count, boolean eachChannel) {}
