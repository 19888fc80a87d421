package io.fovea;

import io.fovea.engine.Activations;
import io.fovea.engine.Engine;
import io.fovea.engine.Plan;
import io.fovea.engine.PlanRequest;
import io.fovea.network.Network;
import io.fovea.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/**
 * The plans of one network that nobody uses just now, the one used last at the end.
 *
 * <p>A plan belongs to one thread at a time, so each run takes one away and brings it back; where
 * all of a kind are away, another is compiled. What comes back beyond {@value #MOST_IDLE} is
 * closed, the one unused for longest first. Any number of threads may use a pool at once.
 */
final class PlanPool implements AutoCloseable {
  private static final int MOST_IDLE = 8;

  private record Idle(PlanRequest request, Plan plan) {}

  private final Network network;
  private final EngineStart start;
  private final Deque<Idle> idle = new ArrayDeque<>();
  private Optional<Engine> engine = Optional.empty();
  private int away;
  private boolean closed;

  PlanPool(Network network, EngineStart start) {
    this.network = network;
    this.start = start;
  }

  /** Runs a plan and reads from what it gave while the plan is still ours. */
  <T> T run(PlanRequest request, Tensor input, Function<Activations, T> reader) {
    return use(request, plan -> reader.apply(plan.run(input)));
  }

  /** Does something with a plan that nobody else uses meanwhile. */
  <T> T use(PlanRequest request, Function<Plan, T> work) {
    start.await();
    Engine ours = enter();
    Optional<Plan> back = Optional.empty();
    try {
      Plan plan = take(request).orElseGet(() -> ours.compile(request));
      back = Optional.of(plan);
      return work.apply(plan);
    } finally {
      leave(request, back);
    }
  }

  /** Does something with the engine, which stays open meanwhile. */
  <T> T withEngine(Function<Engine, T> work) {
    start.await();
    Engine ours = enter();
    try {
      return work.apply(ours);
    } finally {
      leave();
    }
  }

  private synchronized void leave() {
    away--;
    freeWhenDone();
  }

  private synchronized Engine enter() {
    if (closed) {
      throw new NetException(network.name() + ": this net is closed; load it again");
    }
    Engine made = engine.orElseGet(() -> Engine.of(network));
    engine = Optional.of(made);
    away++;
    return made;
  }

  private synchronized Optional<Plan> take(PlanRequest request) {
    for (Iterator<Idle> each = idle.descendingIterator(); each.hasNext(); ) {
      Idle next = each.next();
      if (next.request.equals(request)) {
        each.remove();
        return Optional.of(next.plan);
      }
    }
    return Optional.empty();
  }

  private synchronized void leave(PlanRequest request, Optional<Plan> back) {
    away--;
    back.ifPresent(plan -> idle.addLast(new Idle(request, plan)));
    if (idle.size() > MOST_IDLE) {
      idle.removeFirst().plan.close();
    }
    freeWhenDone();
  }

  /** Closes the pool; what is away is freed when it comes back. A second call does nothing. */
  @Override
  public synchronized void close() {
    closed = true;
    freeWhenDone();
  }

  private void freeWhenDone() {
    if (closed && away == 0) {
      idle.forEach(each -> each.plan.close());
      idle.clear();
      engine.ifPresent(Engine::close);
      engine = Optional.empty();
    }
  }
}
