package io.fovea.engine;

import io.fovea.network.ImageInput;

/** An input's values are put into its buffer before each run; there is nothing to execute. */
final class InputExecutor implements Executor<ImageInput> {
  @Override
  public void compile(ImageInput layer, Compilation plan) {
    plan.defineInput(layer.name());
  }

  @Override
  public void differentiate(ImageInput layer, Differentiation back) {
    throw new AssertionError("nothing stands before an input");
  }
}
