package io.fovea.bench;

import io.fovea.network.Convolution2d;
import io.fovea.network.Parameter;
import io.fovea.network.Window;
import io.fovea.network.Window2d;
import io.fovea.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.Random;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/**
 * One convolution as one primitive, in the layouts that it likes best and in buffers of its own.
 */
final class BareConvolution {
  private static final int ARGUMENTS = 4;

  private final OneDnn oneDnn;
  private final Convolution2d layer;
  private final dnnl_primitive_desc description = new dnnl_primitive_desc();
  private final dnnl_primitive primitive;
  private final dnnl_exec_arg_t arguments;

  /**
   * Makes the primitive and its buffers, the source filled with random values.
   *
   * @param relu whether a ReLU is applied to the result
   */
  BareConvolution(OneDnn oneDnn, Convolution2d layer, Shape input, Shape output, boolean relu) {
    this.oneDnn = oneDnn;
    this.layer = layer;
    describe(input, output, relu);
    primitive = oneDnn.primitive(description);
    arguments = oneDnn.arguments(ARGUMENTS);
    argument(0, dnnl.DNNL_ARG_SRC, source(input));
    argument(1, dnnl.DNNL_ARG_WEIGHTS, weights());
    argument(2, dnnl.DNNL_ARG_BIAS, bias());
    argument(3, dnnl.DNNL_ARG_DST, oneDnn.memory(wanted(dnnl.DNNL_ARG_DST)));
    arguments.position(0);
  }

  void execute() {
    OneDnn.check(dnnl.dnnl_primitive_execute(primitive, oneDnn.stream(), ARGUMENTS, arguments));
  }

  private void describe(Shape input, Shape output, boolean relu) {
    Window2d window = layer.window(input);
    Window rows = window.vertical();
    Window columns = window.horizontal();
    OneDnn.check(
        dnnl.dnnl_convolution_forward_primitive_desc_create(
            description,
            oneDnn.engine(),
            dnnl.dnnl_forward_inference,
            dnnl.dnnl_convolution_direct,
            oneDnn.any(dimensions(input)),
            oneDnn.any(weightDimensions(layer)),
            oneDnn.any(layer.filters()),
            oneDnn.any(dimensions(output)),
            new long[] {rows.stride(), columns.stride()},
            new long[] {rows.dilation() - 1, columns.dilation() - 1},
            new long[] {rows.before(), columns.before()},
            new long[] {rows.after(), columns.after()},
            attributes(relu)));
    oneDnn.own(description, dnnl::dnnl_primitive_desc_destroy);
  }

  private dnnl_primitive_attr attributes(boolean relu) {
    var attributes = new dnnl_primitive_attr();
    OneDnn.check(dnnl.dnnl_primitive_attr_create(attributes));
    oneDnn.own(attributes, dnnl::dnnl_primitive_attr_destroy);
    if (relu) {
      var operations = new dnnl_post_ops();
      OneDnn.check(dnnl.dnnl_post_ops_create(operations));
      oneDnn.own(operations, dnnl::dnnl_post_ops_destroy);
      OneDnn.check(dnnl.dnnl_post_ops_append_eltwise(operations, dnnl.dnnl_eltwise_relu, 0, 0));
      OneDnn.check(dnnl.dnnl_primitive_attr_set_post_ops(attributes, operations));
    }
    return attributes;
  }

  private void argument(int place, int role, dnnl_memory memory) {
    arguments.position(place).arg(role).memory(memory);
  }

  private dnnl_memory source(Shape input) {
    var random = new Random(1);
    FloatBuffer values = FloatBuffer.allocate(input.elementCount());
    while (values.hasRemaining()) {
      values.put(random.nextFloat());
    }
    return oneDnn.memory(wanted(dnnl.DNNL_ARG_SRC), values.flip(), dimensions(input));
  }

  private dnnl_memory weights() {
    return oneDnn.memory(
        wanted(dnnl.DNNL_ARG_WEIGHTS), layer.weights().values(), weightDimensions(layer));
  }

  private dnnl_memory bias() {
    FloatBuffer values =
        layer.bias().map(Parameter::values).orElseGet(() -> FloatBuffer.allocate(layer.filters()));
    return oneDnn.memory(wanted(dnnl.DNNL_ARG_BIAS), values, layer.filters());
  }

  private dnnl_memory_desc wanted(int role) {
    return dnnl.dnnl_primitive_desc_query_md(description, dnnl.dnnl_query_exec_arg_md, role);
  }

  static long[] dimensions(Shape shape) {
    return new long[] {shape.batch(), shape.channels(), shape.height(), shape.width()};
  }

  /** Grouped weights have the groups as an axis of their own. */
  static long[] weightDimensions(Convolution2d layer) {
    long filters = layer.filters();
    long channels = layer.weights().dimension(1);
    long height = layer.kernel().height();
    long width = layer.kernel().width();
    return layer.groups() == 1
        ? new long[] {filters, channels, height, width}
        : new long[] {layer.groups(), filters / layer.groups(), channels, height, width};
  }
}
