package io.fovea.explain;

import io.fovea.tensor.Tensor;

/**
 * What a filter saw of one input channel.
 *
 * @param channel of the layer's input, from 0
 * @param patch where the values lie in the input, perhaps beyond it (padding); with dilation those
 *     between aren't looked at
 * @param values 1 × 1 × rows × columns of the filter: the input values that it met; NaN stands for
 *     padding, which counts as 0
 * @param weights 1 × 1 × rows × columns: the filter's weights for this channel
 * @param sum of the products
 */
public record FilterPatch(int channel, Patch patch, Tensor values, Tensor weights, double sum) {
  /** The most input channels of a filter of which patches are shown, enough for colours. */
  public static final int MOST = 3;
}
