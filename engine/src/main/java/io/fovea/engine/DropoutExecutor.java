package io.fovea.engine;

import io.fovea.network.Dropout;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;

/** Dropout: a product with a mask in training, otherwise nothing. */
final class DropoutExecutor implements Executor<Dropout> {
  @Override
  public void compile(Dropout layer, Compilation plan) {
    Value input = plan.input(0);
    if (drops(layer, plan)) {
      plan.define(masked(layer, plan, plan.in(Layout.BLOCKED, input)));
    } else {
      plan.defineAs(input);
    }
  }

  @Override
  public void differentiate(Dropout layer, Differentiation back) {
    if (drops(layer, back.plan())) {
      Place gradient =
          back.gradientIn(back.plan().value(layer.name()).place().descriptor().handle());
      back.give(0, masked(layer, back.plan(), gradient));
    } else {
      back.pass();
    }
  }

  private static boolean drops(Dropout layer, Compilation plan) {
    return layer.probability() > 0
        && plan.training().filter(each -> each.mode() == Mode.TRAINING).isPresent();
  }

  /** The product; values and mask lie alike. */
  private static Place masked(Dropout layer, Compilation plan, Place source) {
    Place result = plan.place(source.descriptor().shape(), Layout.BLOCKED);
    var mask =
        plan.training()
            .orElseThrow()
            .masks()
            .computeIfAbsent(layer.name(), key -> mask(layer, plan, result));
    var description =
        plan.describe(
            List.of(new Layouts(source.descriptor().handle(), result.descriptor().handle())),
            (made, in, out) ->
                dnnl.dnnl_binary_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_binary_mul,
                    in,
                    result.descriptor().handle(),
                    out,
                    Attributes.plain(plan.scope())));
    plan.add(
        "dropout",
        description,
        List.of(
            plan.arguments().at(dnnl.DNNL_ARG_SRC_0, source),
            plan.arguments().at(dnnl.DNNL_ARG_SRC_1, mask.buffer(), result.descriptor().handle()),
            plan.arguments().at(dnnl.DNNL_ARG_DST, result)));
    return result;
  }

  private static Training.Mask mask(Dropout layer, Compilation plan, Place result) {
    long bytes = result.descriptor().bytes();
    Buffer buffer = plan.buffer(bytes);
    buffer.touch(-1);
    return new Training.Mask(buffer, Math.toIntExact(bytes / 4), layer.probability());
  }
}
