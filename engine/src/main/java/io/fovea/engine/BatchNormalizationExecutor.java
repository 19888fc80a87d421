package io.fovea.engine;

import io.fovea.network.BatchNormalization;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;

/** Batch normalization with gathered statistics, its ReLU applied as it writes. */
final class BatchNormalizationExecutor implements Executor<BatchNormalization> {
  @Override
  public boolean appliesRelu() {
    return true;
  }

  @Override
  public boolean differentiatesRelu() {
    return true;
  }

  @Override
  public void compile(BatchNormalization layer, Compilation plan) {
    Value input = plan.input(0);
    Place output = plan.output();
    int flags = flags(layer, plan);
    var attributes =
        plan.training().isPresent() ? Attributes.plain(plan.scope()) : plan.attributes();
    var description =
        plan.describe(
            Layouts.same(plan.scope(), input.shape(), input.shape()),
            (made, source, destination) ->
                dnnl.dnnl_batch_normalization_forward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    plan.propagation(),
                    source,
                    destination,
                    layer.epsilon(),
                    flags,
                    attributes));
    var arguments = new ArrayList<Argument>();
    arguments.add(plan.source(dnnl.DNNL_ARG_SRC, input, description.wanted(dnnl.DNNL_ARG_SRC)));
    arguments.addAll(statistics(layer, plan, input));
    arguments.add(plan.arguments().vector(dnnl.DNNL_ARG_SCALE, layer, layer.scale()));
    arguments.add(plan.arguments().vector(dnnl.DNNL_ARG_SHIFT, layer, layer.offset()));
    plan.addTo(output, "batch normalization", description, arguments);
  }

  @Override
  public void differentiate(BatchNormalization layer, Differentiation back) {
    Compilation plan = back.plan();
    Value input = plan.input(0);
    var forward = back.forward().description();
    var layout = forward.wanted(dnnl.DNNL_ARG_SRC);
    var description =
        plan.describe(
            List.of(new Layouts(layout, layout)),
            (made, to, from) ->
                dnnl.dnnl_batch_normalization_backward_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    back.learns() ? dnnl.dnnl_backward : dnnl.dnnl_backward_data,
                    to,
                    from,
                    layout,
                    layer.epsilon(),
                    flags(layer, plan),
                    forward.handle(),
                    Attributes.plain(plan.scope())));
    var arguments = new ArrayList<Argument>();
    arguments.add(plan.source(dnnl.DNNL_ARG_SRC, input, layout));
    arguments.addAll(statistics(layer, plan, input));
    arguments.add(plan.arguments().vector(dnnl.DNNL_ARG_SCALE, layer, layer.scale()));
    if (back.learns()) {
      arguments.add(back.learnVector(dnnl.DNNL_ARG_DIFF_SCALE, layer.scale()).argument());
      arguments.add(back.learnVector(dnnl.DNNL_ARG_DIFF_SHIFT, layer.offset()).argument());
    }
    back.flow(
        "batch normalization gradient",
        description,
        input.shape(),
        arguments.toArray(Argument[]::new));
  }

  /** Where training may use what it gathered, or measures the batch. */
  private static int flags(BatchNormalization layer, Compilation plan) {
    int flags = dnnl.dnnl_use_scale | dnnl.dnnl_use_shift;
    if (plan.training().isPresent() && plan.appliesRelu()) {
      flags |= dnnl.dnnl_fuse_norm_relu;
    }
    return measures(layer, plan) ? flags : flags | dnnl.dnnl_use_global_stats;
  }

  private static boolean measures(BatchNormalization layer, Compilation plan) {
    return plan.training()
        .filter(each -> each.mode() == Mode.TRAINING && each.learns(layer.name()))
        .isPresent();
  }

  private static List<Argument> statistics(
      BatchNormalization layer, Compilation plan, Value input) {
    if (!measures(layer, plan)) {
      return List.of(
          plan.arguments().vector(dnnl.DNNL_ARG_MEAN, layer, layer.mean()),
          plan.arguments().vector(dnnl.DNNL_ARG_VARIANCE, layer, layer.variance()));
    }
    var measured =
        plan.training()
            .orElseThrow()
            .measured()
            .computeIfAbsent(layer.name(), key -> measured(plan, input.shape()));
    var vector = Descriptor.tagged(plan.scope(), dnnl.dnnl_a, measured.channels());
    return List.of(
        plan.arguments().at(dnnl.DNNL_ARG_MEAN, measured.mean(), vector),
        plan.arguments().at(dnnl.DNNL_ARG_VARIANCE, measured.variance(), vector));
  }

  private static Training.Measured measured(Compilation plan, Shape shape) {
    Buffer mean = plan.buffer(4L * shape.channels());
    Buffer variance = plan.buffer(4L * shape.channels());
    mean.touch(Integer.MAX_VALUE);
    variance.touch(Integer.MAX_VALUE);
    int count = shape.batch() * shape.height() * shape.width();
    return new Training.Measured(mean, variance, shape.channels(), count);
  }
}
