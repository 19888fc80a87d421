package io.fovea;

import io.fovea.engine.Engine;
import java.util.Optional;

/**
 * The engine's start: its native library is loaded once, ahead of the first run where that is
 * wanted.
 *
 * @param ahead where it is being loaded; empty where the first run does it
 */
record EngineStart(Optional<Ahead> ahead) {
  /** Starts the engine now, on another thread. */
  static EngineStart now() {
    return new EngineStart(Optional.of(Ahead.of(Engine::instructionSet)));
  }

  /** The engine starts when it is needed. */
  static EngineStart whenNeeded() {
    return new EngineStart(Optional.empty());
  }

  /** Waits until it has started, so that two threads don't load it at once. */
  void await() {
    ahead.ifPresent(Ahead::await);
  }
}
