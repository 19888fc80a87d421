package io.fovea.learn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The batches of one epoch, read ahead by threads of its own, which end with it.
 *
 * <p>One thread at a time may take batches; any may close.
 */
public final class BatchStream implements Iterator<Batch>, AutoCloseable {
  /** Batches that are read or wait while one is in use. */
  private static final int AHEAD = 2;

  private final BatchReader reader;
  private final EpochOrder order;
  private final List<Thread> threads = new ArrayList<>();
  private final Deque<BatchSlot> slots = new ArrayDeque<>();
  private final int firstBatch;
  private int nextItem;
  private int taken;
  private boolean closed;
  private boolean anyPicture;
  private Optional<Lent> ready = Optional.empty();
  private Optional<Lent> lent = Optional.empty();
  private Optional<Throwable> failure = Optional.empty();

  /** A batch that was handed out, and the array it was written to. */
  private record Lent(Batch batch, float[] values) {}

  BatchStream(BatchReader reader, EpochOrder order, int firstBatch) {
    this.reader = reader;
    this.order = order;
    this.firstBatch = firstBatch;
    this.taken = firstBatch;
    this.nextItem = firstBatch * order.batch();
  }

  void start(int count) {
    for (int number = 1; number <= count; number++) {
      var thread = new Thread(this::read, "fovea-reader-" + number);
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
  }

  /** How many batches the whole epoch has, from its first on. */
  public int batches() {
    return order.batches();
  }

  /**
   * Whether there is another batch; waits for it.
   *
   * @throws io.fovea.tensor.FoveaException as {@link #next}
   */
  @Override
  public boolean hasNext() {
    while (ready.isEmpty()) {
      var slot = take();
      if (slot.isEmpty()) {
        return false;
      }
      ready = reader.deliver(slot.get()).map(batch -> new Lent(batch, slot.get().values()));
      anyPicture |= ready.isPresent();
    }
    return true;
  }

  /**
   * The next batch.
   *
   * @throws NoSuchElementException if there is none, or the stream is closed
   * @throws io.fovea.tensor.FoveaException if a file of it is broken and isn't to be skipped, its
   *     name first; or the thread is interrupted; the stream is closed then
   */
  @Override
  public Batch next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the epoch has no further batch");
    }
    lent = ready;
    ready = Optional.empty();
    return lent.orElseThrow().batch();
  }

  /**
   * Takes back the batch that {@link #next} gave last: its array serves a later batch, so that
   * training makes no garbage of the size of its input.
   *
   * @param batch neither it nor its tensor may be read any more; any other one is ignored
   */
  public void release(Batch batch) {
    lent.filter(last -> last.batch() == batch).ifPresent(last -> reader.recycle(last.values()));
    lent = Optional.empty();
  }

  /** The next batch that was read, when it is whole; none at the end. */
  private Optional<BatchSlot> take() {
    Optional<BatchSlot> slot;
    try {
      slot = await();
    } catch (InterruptedException interrupted) {
      close();
      Thread.currentThread().interrupt();
      throw new DatastoreException(
          "reading pictures was interrupted before the epoch's end", interrupted);
    }
    slot.flatMap(BatchSlot::failure).or(this::failure).ifPresent(this::fail);
    if (slot.isEmpty()) {
      boolean whole = firstBatch == 0 && !isClosed();
      close();
      if (whole && !anyPicture) {
        throw new DatastoreException(
            "none of the %,d files of the datastore is a whole picture; name another folder"
                .formatted(order.items().length));
      }
    }
    return slot;
  }

  private synchronized Optional<BatchSlot> await() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (!closed && failure.isEmpty() && taken < order.batches()) {
      var slot = slots.peek();
      if (slot != null && slot.isFinished()) {
        slots.remove();
        taken++;
        notifyAll();
        return Optional.of(slot);
      }
      wait();
    }
    return Optional.empty();
  }

  /** Throws what a reading thread met, as it was. */
  private void fail(Throwable failure) {
    close();
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** A reading thread's life. */
  private void read() {
    try {
      for (var task = claim(); task.isPresent(); task = claim()) {
        task.get().slot.fill(task.get().place);
        finish(task.get().slot);
      }
    } catch (RuntimeException | Error fault) {
      stop(fault);
    }
  }

  private synchronized void stop(Throwable fault) {
    failure = Optional.of(fault);
    notifyAll();
  }

  private synchronized Optional<Throwable> failure() {
    return failure;
  }

  /** A place of a batch, to be filled by one thread. */
  private record Task(BatchSlot slot, int place) {}

  private synchronized Optional<Task> claim() {
    while (!closed && nextItem < order.end() && nextItem / order.batch() >= taken + AHEAD) {
      try {
        wait();
      } catch (InterruptedException stopped) {
        return Optional.empty();
      }
    }
    if (closed || nextItem >= order.end()) {
      return Optional.empty();
    }
    int place = nextItem % order.batch();
    if (place == 0) {
      slots.add(reader.slot(order, nextItem / order.batch()));
    }
    nextItem++;
    return Optional.of(new Task(slots.getLast(), place));
  }

  private synchronized void finish(BatchSlot slot) {
    if (slot.finish()) {
      notifyAll();
    }
  }

  /** Ends the reading; what was read ahead is dropped. When it returns, no thread is left. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      slots.clear();
      notifyAll();
    }
    boolean interrupted = false;
    for (var thread : threads) {
      interrupted |= join(thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    reader.ended(this);
  }

  /** Waits until the thread ended; tells whether this one was interrupted meanwhile. */
  private static boolean join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException wait) {
        interrupted = true;
      }
    }
    return interrupted;
  }
}
