package io.fovea.engine;

import java.lang.ref.Cleaner;

/**
 * Frees what its owner forgot to close, and says so with the place where it was made.
 *
 * <p>Holds the action, never the owner, so that the owner can be collected.
 */
final class Leak {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Cleaner.Cleanable cleanable;
  private final Action action;

  private Leak(Cleaner.Cleanable cleanable, Action action) {
    this.cleanable = cleanable;
    this.action = action;
  }

  /** Watches an owner; {@code free} must not refer to it. */
  static Leak watch(Object owner, String what, Runnable free) {
    var action = new Action(what, new Throwable(what + " was made here"), free);
    return new Leak(CLEANER.register(owner, action), action);
  }

  /** Frees, as the owner's {@code close()} does. */
  void close() {
    action.forgotten = false;
    cleanable.clean();
  }

  private static final class Action implements Runnable {
    private final String what;
    private final Throwable made;
    private final Runnable free;
    private volatile boolean forgotten = true;

    Action(String what, Throwable made, Runnable free) {
      this.what = what;
      this.made = made;
      this.free = free;
    }

    @Override
    public void run() {
      free.run();
      if (forgotten) {
        System.getLogger(Leak.class.getName())
            .log(System.Logger.Level.WARNING, what + " was never closed; close it", made);
      }
    }
  }
}
