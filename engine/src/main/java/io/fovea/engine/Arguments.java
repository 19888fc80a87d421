package io.fovea.engine;

import io.fovea.network.Layer;
import io.fovea.network.Parameter;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;

/** Makes the arguments of a plan's primitives. */
final class Arguments {
  private static final String WHAT = "an argument of a primitive";

  private final NativeScope scope;
  private final NativeNetwork network;
  private final Optional<Training> training;

  Arguments(NativeScope scope, NativeNetwork network, Optional<Training> training) {
    this.scope = scope;
    this.network = network;
    this.training = training;
  }

  /** An argument that lies in one of the plan's buffers. */
  Argument at(int role, Place place) {
    return new Argument(role, memory(place.descriptor().handle()), Optional.of(place.buffer()));
  }

  /** An argument whose values are read with another shape. */
  Argument at(int role, Place place, dnnl_memory_desc as) {
    return at(role, place.buffer(), as);
  }

  /** An argument that lies in one of the plan's buffers, so described. */
  Argument at(int role, Buffer buffer, dnnl_memory_desc as) {
    return new Argument(role, memory(as), Optional.of(buffer));
  }

  /** A layer's parameter in the layout that the primitive wants. */
  Argument parameter(
      int role,
      Layer layer,
      Parameter parameter,
      long[] dimensions,
      int plainTag,
      dnnl_memory_desc wanted) {
    var memory =
        training.isPresent()
            ? training
                .get()
                .parameters()
                .parameter(layer.name(), parameter, dimensions, plainTag, wanted)
            : network.parameter(parameter, dimensions, plainTag, wanted);
    return new Argument(role, memory, Optional.empty());
  }

  /** Values that belong to this plan alone, in plain order. */
  Argument constant(int role, Parameter values, long[] dimensions, int plainTag) {
    var descriptor = Descriptor.tagged(scope, plainTag, dimensions);
    return new Argument(
        role, network.copy(scope, values, dimensions, plainTag, descriptor), Optional.empty());
  }

  /** A parameter of one value a channel. */
  Argument vector(int role, Layer layer, Parameter parameter) {
    long[] dimensions = {parameter.count()};
    var descriptor = Descriptor.tagged(scope, dnnl.dnnl_a, dimensions);
    return parameter(role, layer, parameter, dimensions, dnnl.dnnl_a, descriptor);
  }

  /** A memory object that gets its address when all steps are known. */
  private dnnl_memory memory(dnnl_memory_desc descriptor) {
    return memory(descriptor, new Pointer());
  }

  /** A memory object at this address. */
  dnnl_memory memory(dnnl_memory_desc descriptor, Pointer address) {
    var memory = new dnnl_memory();
    Status.check(dnnl.dnnl_memory_create(memory, descriptor, network.engine(), address), WHAT);
    return scope.own(memory, dnnl::dnnl_memory_destroy);
  }
}
