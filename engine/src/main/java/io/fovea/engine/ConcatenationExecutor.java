package io.fovea.engine;

import io.fovea.network.Axis;
import io.fovea.network.Concatenation;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Concatenation. Where channels come in whole blocks, its inputs have been written where they
 * belong already, and only those that couldn't are copied there.
 */
final class ConcatenationExecutor implements Executor<Concatenation> {
  @Override
  public void compile(Concatenation layer, Compilation plan) {
    if (plan.fusion().isOfWholeBlocks(layer)) {
      fill(layer, plan);
    } else {
      copy(layer, plan);
    }
  }

  @Override
  public void differentiate(Concatenation layer, Differentiation back) {
    Compilation plan = back.plan();
    if (!back.anyPasses(layer) && isOfRelus(layer, back)) {
      // One pass over the whole, while it is dense, instead of one over each part.
      back.replaceGradient(Elementwise.RELU.gradient(back, plan.value(layer.name())));
      layer.inputs().forEach(back::letPass);
    }
    int offset = 0;
    for (int i = 0; i < layer.inputs().size(); i++) {
      Shape shape = plan.input(i).shape();
      if (back.wantsInput(i)) {
        back.give(i, new Differentiation.Gradient(part(layer, back, shape, offset), false));
      }
      offset += Math.toIntExact(Descriptor.dimensions(shape)[layer.axis().ordinal()]);
    }
  }

  /** Whether the buffer holds what ReLUs gave that nobody else takes. */
  private static boolean isOfRelus(Concatenation layer, Differentiation back) {
    return layer.inputs().stream()
        .allMatch(in -> back.plan().fusion().belongsTo(in, layer) && back.isReluForThisAlone(in));
  }

  /** The stretch of the gradient that belongs to one input, where it lies. */
  private static Place part(Concatenation layer, Differentiation back, Shape shape, int offset) {
    var offsets = new long[4];
    offsets[layer.axis().ordinal()] = offset;
    boolean wholeBlocks =
        layer.axis() != Axis.CHANNEL
            || (offset % Hardware.channelBlock() == 0
                && shape.channels() % Hardware.channelBlock() == 0);
    boolean inPlace = wholeBlocks && back.gradient().place().layout() == Layout.BLOCKED;
    Place whole = inPlace ? back.gradient().place() : back.plainGradient();
    return new Place(
        Descriptor.part(back.plan().scope(), whole.descriptor(), shape, offsets), whole.buffer());
  }

  private static void fill(Concatenation layer, Compilation plan) {
    Place whole = plan.concatenated(layer.name(), false);
    if (plan.fusion().hasOneRelu(layer)) {
      Elementwise.RELU.apply(plan, plan.concatenated(layer.name(), true), whole);
    }
    int firstChannel = 0;
    for (String input : layer.inputs()) {
      Value value = plan.value(input);
      if (!plan.fusion().belongsTo(input, layer)) {
        plan.reorder(value.place(), plan.part(layer, value.shape(), firstChannel));
      }
      firstChannel += value.shape().channels();
    }
    plan.define(whole);
  }

  private static void copy(Concatenation layer, Compilation plan) {
    List<Value> inputs = plan.inputs();
    Shape shape = layer.outputShape(inputs.stream().map(Value::shape).toList());
    Place output = plan.place(shape, Layout.PLAIN);
    List<Place> sources = inputs.stream().map(each -> plan.in(Layout.PLAIN, each)).toList();
    var arguments = new ArrayList<Argument>();
    try (var descriptors = new PointerPointer<dnnl_memory_desc>(sources.size());
        var made = new PointerPointer<dnnl_primitive_desc>(1)) {
      for (int i = 0; i < sources.size(); i++) {
        descriptors.put(i, (Pointer) sources.get(i).descriptor().handle());
        arguments.add(plan.arguments().at(dnnl.DNNL_ARG_MULTIPLE_SRC + i, sources.get(i)));
      }
      Status.check(
          dnnl.dnnl_concat_primitive_desc_create(
              made,
              plan.network().engine(),
              output.descriptor().handle(),
              sources.size(),
              layer.axis().ordinal(),
              descriptors,
              Attributes.plain(plan.scope())),
          layer.name());
      arguments.add(plan.arguments().at(dnnl.DNNL_ARG_DST, output));
      plan.add(
          "concatenation",
          PrimitiveDescription.own(plan.scope(), made.get(dnnl_primitive_desc.class)),
          arguments);
    }
    plan.define(output);
  }
}
