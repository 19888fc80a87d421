package io.fovea.engine;

import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory_desc;

/** Layouts to try for a primitive's source and destination. */
record Layouts(dnnl_memory_desc source, dnnl_memory_desc destination) {
  /** For a primitive that likes blocked memory but may choose for itself. */
  static List<Layouts> blockedOrAny(NativeScope scope, Value input, Place output) {
    return List.of(
        new Layouts(input.place().descriptor().handle(), output.descriptor().handle()),
        new Layouts(
            Descriptor.of(scope, input.shape(), Layout.BLOCKED).handle(),
            output.descriptor().handle()),
        new Layouts(input.place().descriptor().any(scope), output.descriptor().any(scope)));
  }

  /** For a primitive that takes and gives one layout. */
  static List<Layouts> same(NativeScope scope, Shape input, Shape output) {
    var layouts = new ArrayList<Layouts>();
    for (Layout each : List.of(Layout.BLOCKED, Layout.PLAIN)) {
      layouts.add(
          new Layouts(
              Descriptor.of(scope, input, each).handle(),
              Descriptor.of(scope, output, each).handle()));
    }
    return layouts;
  }
}
