package io.fovea;

import io.fovea.network.ImageInput;
import io.fovea.tensor.FoveaException;
import io.fovea.tensor.Shape;
import io.fovea.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Classifies many files in batches while the next ones are being read; for one thread. */
final class BatchClassifier {
  private final Net net;
  private final int batch;
  private final int readers;
  private final List<Prepared> group = new ArrayList<>();

  /** A file as the network takes it, or what is wrong with it. */
  private record Prepared(Path file, Optional<Tensor> tensor, Optional<FoveaException> fault) {
    Shape shape() {
      return tensor.orElseThrow().shape();
    }
  }

  BatchClassifier(Net net, int batch, int readers) {
    this.net = net;
    this.batch = batch;
    this.readers = readers;
  }

  /**
   * Hands on each file's outcome.
   *
   * @throws NetException if the network gives no scores, whatever it is fed
   */
  void run(List<Path> files, Consumer<Outcome> receiver) {
    Scores.of(net.network());
    Ahead plan = Ahead.of(() -> net.compile(batch));
    if (files.size() == 1) {
      Prepared only = prepare(files.get(0));
      plan.await();
      accept(only, receiver);
      flush(receiver);
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(readers, BatchClassifier::thread);
    try {
      run(files.iterator(), pool, plan, receiver);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pool.shutdownNow();
    }
  }

  private void run(
      Iterator<Path> files, ExecutorService pool, Ahead plan, Consumer<Outcome> receiver)
      throws InterruptedException {
    long most = mostAhead();
    Queue<Future<Prepared>> ahead = new ArrayDeque<>();
    while (files.hasNext() || !ahead.isEmpty()) {
      while (files.hasNext() && ahead.size() < most) {
        Path file = files.next();
        ahead.add(pool.submit(() -> prepare(file)));
      }
      Prepared next = result(ahead.remove());
      plan.await();
      accept(next, receiver);
    }
    flush(receiver);
  }

  /** How many inputs are read ahead: two batches, as far as a quarter of the memory holds them. */
  private long mostAhead() {
    List<ImageInput> inputs = net.network().imageInputs();
    long bytes = inputs.stream().mapToLong(own -> 4L * own.shape(1).elementCount()).sum();
    long fitting = Runtime.getRuntime().maxMemory() / 4 / Math.max(1, bytes);
    return Math.min(2L * batch, Math.max(readers, fitting));
  }

  private Prepared prepare(Path file) {
    try {
      Tensor tensor = net.prepare(Input.of(file));
      if (tensor.shape().batch() != 1) {
        throw new NetException(
            "%s: holds %d items; give each a file of its own"
                .formatted(file, tensor.shape().batch()));
      }
      return new Prepared(file, Optional.of(tensor), Optional.empty());
    } catch (FoveaException e) {
      return new Prepared(file, Optional.empty(), Optional.of(e));
    }
  }

  static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw Rethrown.of(e);
    }
  }

  private void accept(Prepared next, Consumer<Outcome> receiver) {
    boolean fits =
        next.tensor().isPresent() && (group.isEmpty() || group.get(0).shape().equals(next.shape()));
    if (!fits) {
      flush(receiver);
    }
    next.fault().ifPresent(fault -> receiver.accept(Outcome.of(next.file(), fault)));
    if (next.tensor().isPresent()) {
      group.add(next);
    }
    if (group.size() == batch) {
      flush(receiver);
    }
  }

  /** Classifies what has gathered. */
  private void flush(Consumer<Outcome> receiver) {
    if (group.isEmpty()) {
      return;
    }
    List<Outcome> outcomes = outcomes();
    group.clear();
    outcomes.forEach(receiver);
  }

  /**
   * Those of the group in one run; where that fails, each in its own: one bad item harms no other.
   */
  private List<Outcome> outcomes() {
    try {
      List<Classification> all = net.classifyPrepared(stacked());
      return IntStream.range(0, all.size())
          .mapToObj(i -> Outcome.of(group.get(i).file(), all.get(i)))
          .toList();
    } catch (FoveaException e) {
      return group.size() == 1
          ? List.of(failed(group.get(0).file(), e))
          : group.stream().map(this::alone).toList();
    }
  }

  private Outcome alone(Prepared item) {
    try {
      Tensor tensor = item.tensor().orElseThrow();
      return Outcome.of(item.file(), net.classifyPrepared(tensor).get(0));
    } catch (FoveaException e) {
      return failed(item.file(), e);
    }
  }

  private static Outcome failed(Path file, FoveaException fault) {
    return Outcome.of(file, new NetException(file + ": " + fault.getMessage(), fault));
  }

  private Tensor stacked() {
    Shape shape = group.get(0).shape().withBatch(group.size());
    var values = new float[shape.elementCount()];
    int item = shape.itemElementCount();
    for (int i = 0; i < group.size(); i++) {
      group.get(i).tensor().orElseThrow().buffer().get(values, i * item, item);
    }
    return Tensor.wrap(shape, values);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "fovea-reader");
    thread.setDaemon(true);
    return thread;
  }
}
