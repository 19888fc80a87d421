package io.fovea.network;

import java.util.ArrayList;
import java.util.List;

/** SqueezeNet 1.1 (Iandola et al., 2016) as the courses know it, with zeros for weights. */
final class SqueezeNet {
  private final List<Layer> layers = new ArrayList<>();
  private String last = "data";
  private int channels = 3;

  private SqueezeNet() {}

  static Network network() {
    return new SqueezeNet().build();
  }

  private Network build() {
    layers.add(ImageInput.of("data", 227, 227, 3));
    conv("conv1", "relu_conv1", 64, 3, Stride.of(2), 0);
    pool("pool1", Padding.NONE);
    fire("fire2", 16, 64);
    fire("fire3", 16, 64);
    pool("pool3", Padding.of(0, 1, 0, 1));
    fire("fire4", 32, 128);
    fire("fire5", 32, 128);
    pool("pool5", Padding.of(0, 1, 0, 1));
    fire("fire6", 48, 192);
    fire("fire7", 48, 192);
    fire("fire8", 64, 256);
    fire("fire9", 64, 256);
    add(new Dropout("drop9", last, .5f));
    conv("conv10", "relu_conv10", 1000, 1, Stride.ONE, 0);
    add(new GlobalAveragePooling2d("pool10", last));
    add(Softmax.of("prob", last));
    add(new ClassificationOutput("ClassificationLayer_prob", last, List.of()));
    return Network.of("squeezenet", layers);
  }

  private void add(Layer layer) {
    layers.add(layer);
    last = layer.name();
  }

  private void conv(String name, String relu, int filters, int side, Stride stride, int padding) {
    add(
        Convolution2d.of(
                name,
                last,
                Params.zeros("Weights", filters, channels, side, side),
                Params.zeros("Bias", filters))
            .withStride(stride)
            .withPadding(Padding.of(padding)));
    add(new Relu(relu, last));
    channels = filters;
  }

  private void pool(String name, Padding padding) {
    add(MaxPooling2d.of(name, last, Size.of(3), Stride.of(2)).withPadding(padding));
  }

  private void fire(String name, int squeezed, int expanded) {
    conv(name + "-squeeze1x1", name + "-relu_squeeze1x1", squeezed, 1, Stride.ONE, 0);
    String squeeze = last;
    conv(name + "-expand1x1", name + "-relu_expand1x1", expanded, 1, Stride.ONE, 0);
    String one = last;
    channels = squeezed;
    last = squeeze;
    conv(name + "-expand3x3", name + "-relu_expand3x3", expanded, 3, Stride.ONE, 1);
    add(Concatenation.of(name + "-concat", one, last));
    channels = 2 * expanded;
  }
}
