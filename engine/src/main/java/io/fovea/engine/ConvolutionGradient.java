package io.fovea.engine;

import io.fovea.network.Convolution2d;
import io.fovea.network.Window;
import io.fovea.network.Window2d;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;

/** The two backward primitives of a convolution: by its input, and by its weights and bias. */
final class ConvolutionGradient {
  private final Convolution2d layer;
  private final Differentiation back;
  private final Compilation plan;
  private final Value input;
  private final long[] dimensions;
  private final dnnl_memory_desc anyWeights;
  private final long[] strides;
  private final long[] dilations;
  private final long[] before;
  private final long[] after;
  private final dnnl_primitive_desc hint;

  ConvolutionGradient(Convolution2d layer, Differentiation back) {
    this.layer = layer;
    this.back = back;
    this.plan = back.plan();
    this.input = plan.input(0);
    this.dimensions = ConvolutionExecutor.weightDimensions(layer);
    this.anyWeights = Descriptor.tagged(plan.scope(), dnnl.dnnl_format_tag_any, dimensions);
    Window2d window = layer.window(input.shape());
    Window rows = window.vertical();
    Window columns = window.horizontal();
    this.strides = new long[] {rows.stride(), columns.stride()};
    this.dilations = new long[] {rows.dilation() - 1, columns.dilation() - 1};
    this.before = new long[] {rows.before(), columns.before()};
    this.after = new long[] {rows.after(), columns.after()};
    this.hint = back.forward().description().handle();
  }

  /** Adds what is wanted of the two. */
  void add() {
    if (back.learns()) {
      // A part of a larger buffer would make oneDNN fall back to its reference code here.
      back.replaceGradient(back.denseGradient());
      addByWeights();
    }
    if (back.wantsInput(0)) {
      addByInput();
    }
  }

  private void addByInput() {
    Shape in = input.shape();
    var description =
        plan.describe(
            layouts(Descriptor.of(plan.scope(), in, Layout.BLOCKED)),
            (made, to, from) ->
                dnnl.dnnl_convolution_backward_data_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_convolution_direct,
                    to,
                    anyWeights,
                    from,
                    strides,
                    dilations,
                    before,
                    after,
                    hint,
                    Attributes.plain(plan.scope())));
    back.flow(
        "convolution gradient",
        description,
        in,
        plan.arguments()
            .parameter(
                dnnl.DNNL_ARG_WEIGHTS,
                layer,
                layer.weights(),
                dimensions,
                ConvolutionExecutor.plainTag(layer),
                description.wanted(dnnl.DNNL_ARG_WEIGHTS)));
  }

  private void addByWeights() {
    Optional<dnnl_memory_desc> bias =
        layer.bias().map(values -> Descriptor.tagged(plan.scope(), dnnl.dnnl_a, values.count()));
    var description =
        plan.describe(
            layouts(input.place().descriptor()),
            (made, source, gradient) ->
                dnnl.dnnl_convolution_backward_weights_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_convolution_direct,
                    source,
                    anyWeights,
                    bias.orElse(null),
                    gradient,
                    strides,
                    dilations,
                    before,
                    after,
                    hint,
                    Attributes.plain(plan.scope())));
    var learned = new ArrayList<Differentiation.Learned>();
    learned.add(
        back.learn(
            dnnl.DNNL_ARG_DIFF_WEIGHTS,
            layer.weights(),
            dimensions,
            ConvolutionExecutor.plainTag(layer),
            description.wanted(dnnl.DNNL_ARG_DIFF_WEIGHTS)));
    layer
        .bias()
        .ifPresent(values -> learned.add(back.learnVector(dnnl.DNNL_ARG_DIFF_BIAS, values)));
    var arguments = new ArrayList<Argument>();
    arguments.add(plan.source(dnnl.DNNL_ARG_SRC, input, description.wanted(dnnl.DNNL_ARG_SRC)));
    arguments.add(
        plan.arguments()
            .at(
                dnnl.DNNL_ARG_DIFF_DST,
                back.gradientIn(description.wanted(dnnl.DNNL_ARG_DIFF_DST))));
    learned.forEach(each -> arguments.add(each.argument()));
    plan.add("convolution weights' gradient", description, arguments);
    learned.forEach(each -> each.toPlain().run());
  }

  /** As the values lie, then blocked, then as oneDNN likes it. */
  private List<Layouts> layouts(Descriptor source) {
    Descriptor gradient = back.gradient().place().descriptor();
    return List.of(
        new Layouts(source.handle(), gradient.handle()),
        new Layouts(
            source.handle(),
            Descriptor.of(plan.scope(), gradient.shape(), Layout.BLOCKED).handle()),
        new Layouts(source.any(plan.scope()), gradient.any(plan.scope())));
  }
}
