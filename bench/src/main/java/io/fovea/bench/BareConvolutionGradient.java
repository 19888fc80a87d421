package io.fovea.bench;

import io.fovea.network.Convolution2d;
import io.fovea.network.Window;
import io.fovea.network.Window2d;
import io.fovea.tensor.Shape;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/** The two backward primitives of one convolution, in buffers of their own. */
final class BareConvolutionGradient {
  private static final int BY_WEIGHTS = 4;
  private static final int BY_INPUT = 3;

  private final OneDnn oneDnn;
  private final Convolution2d layer;
  private final dnnl_memory_desc source;
  private final dnnl_memory_desc result;
  private final dnnl_memory_desc weights;
  private final dnnl_memory_desc bias;
  private final long[] strides;
  private final long[] dilations;
  private final long[] before;
  private final long[] after;
  private final dnnl_primitive_desc hint = new dnnl_primitive_desc();
  private final dnnl_primitive byWeights;
  private final dnnl_exec_arg_t weightArguments;
  private final dnnl_primitive byInput;
  private final dnnl_exec_arg_t inputArguments;

  BareConvolutionGradient(OneDnn oneDnn, Convolution2d layer, Shape input, Shape output) {
    this.oneDnn = oneDnn;
    this.layer = layer;
    source = oneDnn.any(BareConvolution.dimensions(input));
    result = oneDnn.any(BareConvolution.dimensions(output));
    weights = oneDnn.any(BareConvolution.weightDimensions(layer));
    bias = oneDnn.any(layer.filters());
    Window2d window = layer.window(input);
    Window rows = window.vertical();
    Window columns = window.horizontal();
    strides = new long[] {rows.stride(), columns.stride()};
    dilations = new long[] {rows.dilation() - 1, columns.dilation() - 1};
    before = new long[] {rows.before(), columns.before()};
    after = new long[] {rows.after(), columns.after()};
    describeForward();
    var weightsDescription = describeByWeights();
    byWeights = oneDnn.primitive(weightsDescription);
    weightArguments =
        arguments(
            weightsDescription,
            dnnl.DNNL_ARG_SRC,
            dnnl.DNNL_ARG_DIFF_DST,
            dnnl.DNNL_ARG_DIFF_WEIGHTS,
            dnnl.DNNL_ARG_DIFF_BIAS);
    var inputDescription = describeByInput();
    byInput = oneDnn.primitive(inputDescription);
    inputArguments =
        arguments(
            inputDescription,
            dnnl.DNNL_ARG_DIFF_DST,
            dnnl.DNNL_ARG_WEIGHTS,
            dnnl.DNNL_ARG_DIFF_SRC);
  }

  void byWeights() {
    execute(byWeights, BY_WEIGHTS, weightArguments);
  }

  void byInput() {
    execute(byInput, BY_INPUT, inputArguments);
  }

  private void execute(dnnl_primitive primitive, int count, dnnl_exec_arg_t arguments) {
    OneDnn.check(dnnl.dnnl_primitive_execute(primitive, oneDnn.stream(), count, arguments));
  }

  private dnnl_exec_arg_t arguments(dnnl_primitive_desc description, int... roles) {
    dnnl_exec_arg_t arguments = oneDnn.arguments(roles.length);
    for (int i = 0; i < roles.length; i++) {
      var layout =
          dnnl.dnnl_primitive_desc_query_md(description, dnnl.dnnl_query_exec_arg_md, roles[i]);
      arguments.position(i).arg(roles[i]).memory(oneDnn.memory(layout));
    }
    return arguments.position(0);
  }

  private void describeForward() {
    OneDnn.check(
        dnnl.dnnl_convolution_forward_primitive_desc_create(
            hint,
            oneDnn.engine(),
            dnnl.dnnl_forward_training,
            dnnl.dnnl_convolution_direct,
            source,
            weights,
            bias,
            result,
            strides,
            dilations,
            before,
            after,
            null));
    oneDnn.own(hint, dnnl::dnnl_primitive_desc_destroy);
  }

  private dnnl_primitive_desc describeByWeights() {
    var description = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl.dnnl_convolution_backward_weights_primitive_desc_create(
            description,
            oneDnn.engine(),
            dnnl.dnnl_convolution_direct,
            source,
            weights,
            bias,
            result,
            strides,
            dilations,
            before,
            after,
            hint,
            null));
    return oneDnn.own(description, dnnl::dnnl_primitive_desc_destroy);
  }

  private dnnl_primitive_desc describeByInput() {
    var description = new dnnl_primitive_desc();
    OneDnn.check(
        dnnl.dnnl_convolution_backward_data_primitive_desc_create(
            description,
            oneDnn.engine(),
            dnnl.dnnl_convolution_direct,
            source,
            weights,
            result,
            strides,
            dilations,
            before,
            after,
            hint,
            null));
    return oneDnn.own(description, dnnl::dnnl_primitive_desc_destroy);
  }
}
