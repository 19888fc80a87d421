package io.fovea.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The one owner of native objects: frees all that was registered, in reverse order, once, and
 * collects what fails.
 */
final class NativeScope implements AutoCloseable {
  /** Scopes made and not closed yet, so that a test sees what it left open. */
  private static final AtomicLong OPEN = new AtomicLong();

  private final Deque<Runnable> frees = new ArrayDeque<>();
  private boolean closed;

  NativeScope() {
    OPEN.incrementAndGet();
  }

  /** How many scopes of this process aren't closed yet. */
  static long openCount() {
    return OPEN.get();
  }

  /** Registers a native object with what frees it. */
  synchronized <T> T own(T object, Consumer<T> free) {
    if (closed) {
      free.accept(object);
      throw new EngineException("this is closed already; make a new one");
    }
    frees.push(() -> free.accept(object));
    return object;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    OPEN.decrementAndGet();
    RuntimeException failure = null;
    while (!frees.isEmpty()) {
      try {
        frees.pop().run();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
