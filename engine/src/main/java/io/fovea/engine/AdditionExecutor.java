package io.fovea.engine;

import io.fovea.network.Addition;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.global.dnnl;

/** Addition: pairwise, broadcasting an axis of length 1; a ReLU is applied with the last pair. */
final class AdditionExecutor implements Executor<Addition> {
  @Override
  public boolean appliesRelu() {
    return true;
  }

  @Override
  public void compile(Addition layer, Compilation plan) {
    List<Value> inputs = plan.inputs();
    Shape shape = layer.outputShape(inputs.stream().map(Value::shape).toList());
    boolean allAlike = inputs.stream().allMatch(each -> each.shape().equals(shape));
    Layout layout = allAlike ? Layout.BLOCKED : Layout.PLAIN;
    Place output = plan.place(shape, layout);
    Value first = first(layer, inputs, shape);
    Place sum = plan.in(layout, first);
    var rest = new ArrayList<>(inputs);
    rest.remove(first);
    for (int i = 0; i < rest.size(); i++) {
      boolean last = i == rest.size() - 1;
      var attributes = last ? plan.attributes() : Attributes.plain(plan.scope());
      add(plan, sum, plan.in(layout, rest.get(i)), output, attributes);
      sum = output;
    }
    plan.define(output);
  }

  @Override
  public void differentiate(Addition layer, Differentiation back) {
    List<Value> inputs = back.plan().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).shape().equals(back.shape())) {
        back.give(i, new Differentiation.Gradient(back.gradient().place(), false));
      } else if (back.wantsInput(i)) {
        back.give(i, reduced(back, inputs.get(i).shape()));
      }
    }
  }

  /** Summed over the axes along which the input was repeated. */
  private static Place reduced(Differentiation back, Shape shape) {
    Compilation plan = back.plan();
    Place gradient = back.plainGradient();
    Place result = plan.place(shape, Layout.PLAIN);
    var description =
        plan.describe(
            List.of(new Layouts(gradient.descriptor().handle(), result.descriptor().handle())),
            (made, from, to) ->
                dnnl.dnnl_reduction_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_reduction_sum,
                    from,
                    to,
                    0,
                    0,
                    Attributes.plain(plan.scope())));
    plan.add(
        "sum over what was repeated",
        description,
        List.of(
            plan.arguments().at(dnnl.DNNL_ARG_SRC, gradient),
            plan.arguments().at(dnnl.DNNL_ARG_DST, result)));
    return result;
  }

  /** The first input of the whole shape, which the others are added to. */
  private static Value first(Addition layer, List<Value> inputs, Shape shape) {
    return inputs.stream()
        .filter(each -> each.shape().equals(shape))
        .findFirst()
        .orElseThrow(
            () ->
                new EngineException(
                    layer.name()
                        + ": the engine adds only where one input has the size of the sum"));
  }

  private static void add(
      Compilation plan, Place one, Place other, Place output, dnnl_primitive_attr attributes) {
    var description =
        plan.describe(
            List.of(new Layouts(one.descriptor().handle(), output.descriptor().handle())),
            (made, from, to) ->
                dnnl.dnnl_binary_primitive_desc_create(
                    made,
                    plan.network().engine(),
                    dnnl.dnnl_binary_add,
                    from,
                    other.descriptor().handle(),
                    to,
                    attributes));
    plan.add(
        "addition",
        description,
        List.of(
            plan.arguments().at(dnnl.DNNL_ARG_SRC_0, one),
            plan.arguments().at(dnnl.DNNL_ARG_SRC_1, other),
            plan.arguments().at(dnnl.DNNL_ARG_DST, output)));
  }
}
