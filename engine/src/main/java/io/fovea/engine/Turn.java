package io.fovea.engine;

import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Lets one thread at a time use a plan, and none once it is closed. */
final class Turn {
  private final String what;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean closed;

  /** For a {@code plan}, as its errors call it. */
  Turn(String what) {
    this.what = what;
  }

  /**
   * Does the action while no other thread may.
   *
   * @throws EngineException if another thread is at it, or the plan is closed
   */
  <T> T take(Supplier<T> action) {
    enter();
    try {
      return action.get();
    } finally {
      leave();
    }
  }

  void enter() {
    if (!busy.compareAndSet(false, true)) {
      throw new EngineException(
          "another thread uses this %s; compile one for each thread, they share the weights"
              .formatted(what));
    }
    if (closed) {
      busy.set(false);
      throw new EngineException("this %s is closed; compile a new one".formatted(what));
    }
  }

  void leave() {
    busy.set(false);
    Reference.reachabilityFence(this);
  }

  /** Closes; a second call does the action again, which must then do nothing. */
  void end(Runnable free) {
    if (!busy.compareAndSet(false, true)) {
      throw new EngineException(
          "a %s can't be closed while another thread uses it".formatted(what));
    }
    try {
      closed = true;
      free.run();
    } finally {
      leave();
    }
  }
}
