package io.fovea.onnx;

import io.fovea.network.Dilation;
import io.fovea.network.Padding;
import io.fovea.network.Size;
import io.fovea.network.Stride;

/** What the nodes that pool have in common: the window, and how it moves over the input. */
record PoolingWindow(
    Size size, Stride stride, Padding padding, Dilation dilation, boolean ceilMode) {

  /** The node's window over this activation, with the padding of a Pad node before it. */
  static PoolingWindow of(Node node, Activation input) {
    Spatial spatial = Spatial.of(node, input);
    return new PoolingWindow(
        spatial.size(node.attributes().sizes("kernel_shape", spatial.dimensions(), 0)),
        spatial.stride(node),
        spatial.padding(node, input),
        spatial.dilation(node),
        node.attributes().flag("ceil_mode", false));
  }
}
