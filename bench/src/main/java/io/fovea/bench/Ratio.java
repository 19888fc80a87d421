package io.fovea.bench;

/**
 * How long one candidate takes for what another does in 1.
 *
 * @param of the one
 * @param to the other
 * @param median the middle of the rounds' ratios
 * @param low the ratio that a tenth of the rounds don't exceed
 * @param high the ratio that nine tenths of the rounds don't exceed
 */
record Ratio(String of, String to, double median, double low, double high) {}
