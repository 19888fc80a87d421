package io.fovea.engine;

import io.fovea.tensor.Shape;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.global.dnnl;

/** A shape with a layout, as oneDNN knows it; float32. */
final class Descriptor {
  private final dnnl_memory_desc handle;
  private final Shape shape;
  private final Layout layout;

  private Descriptor(dnnl_memory_desc handle, Shape shape, Layout layout) {
    this.handle = handle;
    this.shape = shape;
    this.layout = layout;
  }

  /** A whole tensor in this layout. */
  static Descriptor of(NativeScope scope, Shape shape, Layout layout) {
    return new Descriptor(tagged(scope, tag(layout), dimensions(shape)), shape, layout);
  }

  /** Some channels of a larger tensor, lying where they are in it. */
  static Descriptor channels(NativeScope scope, Descriptor whole, Shape part, int firstChannel) {
    return part(scope, whole, part, new long[] {0, firstChannel, 0, 0});
  }

  /** A part of a larger tensor from these offsets on (N, C, H, W), lying where it is in it. */
  static Descriptor part(NativeScope scope, Descriptor whole, Shape part, long[] offsets) {
    var handle = new dnnl_memory_desc();
    Status.check(
        dnnl.dnnl_memory_desc_create_submemory(handle, whole.handle, dimensions(part), offsets),
        "a part of a buffer of " + whole.shape);
    scope.own(handle, dnnl::dnnl_memory_desc_destroy);
    return new Descriptor(handle, part, whole.layout);
  }

  /** What oneDNN chose; {@code handle} belongs to somebody else, who lives as long. */
  static Descriptor borrowed(dnnl_memory_desc handle, Shape shape) {
    return new Descriptor(handle, shape, Layout.OPAQUE);
  }

  /** A descriptor without a tensor's shape, for parameters; {@code any} leaves the layout open. */
  static dnnl_memory_desc tagged(NativeScope scope, int tag, long... dimensions) {
    var handle = new dnnl_memory_desc();
    Status.check(
        dnnl.dnnl_memory_desc_create_with_tag(
            handle, dimensions.length, dimensions, dnnl.dnnl_f32, tag),
        "a memory descriptor");
    return scope.own(handle, dnnl::dnnl_memory_desc_destroy);
  }

  /** The same shape with the layout left to oneDNN. */
  dnnl_memory_desc any(NativeScope scope) {
    return tagged(scope, dnnl.dnnl_format_tag_any, dimensions(shape));
  }

  dnnl_memory_desc handle() {
    return handle;
  }

  Shape shape() {
    return shape;
  }

  Layout layout() {
    return layout;
  }

  /** Bytes of the buffer that such a tensor lies in. */
  long bytes() {
    return dnnl.dnnl_memory_desc_get_size(handle);
  }

  boolean sameAs(dnnl_memory_desc other) {
    return dnnl.dnnl_memory_desc_equal(handle, other) != 0;
  }

  static long[] dimensions(Shape shape) {
    return new long[] {shape.batch(), shape.channels(), shape.height(), shape.width()};
  }

  private static int tag(Layout layout) {
    return switch (layout) {
      case PLAIN -> dnnl.dnnl_abcd;
      case BLOCKED -> Hardware.channelBlock() == 16 ? dnnl.dnnl_aBcd16b : dnnl.dnnl_aBcd8b;
      case OPAQUE -> dnnl.dnnl_format_tag_any;
    };
  }
}
