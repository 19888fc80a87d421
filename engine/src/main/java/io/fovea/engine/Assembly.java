package io.fovea.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl;

/** Makes executable steps of drafts, once memory is laid out. */
final class Assembly {
  private Assembly() {}

  static List<Step> steps(NativeScope scope, NativeMemory memory, Compilation compilation) {
    long scratchBytes =
        compilation.drafts().stream()
            .mapToLong(draft -> draft.description().scratchBytes())
            .max()
            .orElse(0);
    var scratch = NativeMemory.allocate(scope, Math.max(1, scratchBytes));
    var steps = new ArrayList<Step>();
    for (Compilation.Draft draft : compilation.drafts()) {
      var arguments = new ArrayList<>(draft.arguments());
      for (Argument each : draft.arguments()) {
        each.buffer()
            .ifPresent(
                buffer ->
                    Status.check(
                        dnnl.dnnl_memory_set_data_handle(
                            each.memory(), memory.address(buffer.offset())),
                        draft.info().layer()));
      }
      if (draft.description().scratchBytes() > 0) {
        arguments.add(
            new Argument(
                dnnl.DNNL_ARG_SCRATCHPAD,
                compilation
                    .arguments()
                    .memory(
                        draft.description().wanted(dnnl.DNNL_ARG_SCRATCHPAD), scratch.address(0)),
                Optional.empty()));
      }
      var primitive = draft.description().create(scope, draft.info().layer());
      steps.add(Step.of(scope, draft.info(), primitive, arguments));
    }
    return List.copyOf(steps);
  }
}
