package io.fovea.explain;

/**
 * How much one channel changed between two activations; see {@link Comparison}.
 *
 * @param channel from 0
 * @param change from 0, the same, to 2
 * @param meanBefore its mean in the first
 * @param meanAfter its mean in the second
 * @param deviationBefore its standard deviation in the first
 * @param deviationAfter its standard deviation in the second
 */
public record ChannelChange(
    int channel,
    double change,
    double meanBefore,
    double meanAfter,
    double deviationBefore,
    double deviationAfter) {}
