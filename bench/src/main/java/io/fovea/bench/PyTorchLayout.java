package io.fovea.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** How four-dimensional arrays lie in PyTorch's memory; what it makes of them lies the same way. */
enum PyTorchLayout {
  /** N, C, H, W: what PyTorch does unless it is told otherwise. */
  PLAIN {
    @Override
    NDArray array(NDManager manager, float[] values, long n, long c, long h, long w) {
      return manager.create(values, new Shape(n, c, h, w));
    }
  },
  /** N, H, W, C: PyTorch's faster way with convolutions on this kind of processor. */
  CHANNELS_LAST {
    @Override
    NDArray array(NDManager manager, float[] values, long n, long c, long h, long w) {
      var turned = new float[values.length];
      int plane = Math.toIntExact(h * w);
      int channels = Math.toIntExact(c);
      for (int i = 0; i < values.length; i++) {
        int item = i / (channels * plane);
        int channel = i / plane % channels;
        turned[(item * plane + i % plane) * channels + channel] = values[i];
      }
      return manager.create(turned, new Shape(n, h, w, c)).transpose(0, 3, 1, 2);
    }
  };

  /** An N × C × H × W array of values in that order. */
  abstract NDArray array(NDManager manager, float[] values, long n, long c, long h, long w);
}
