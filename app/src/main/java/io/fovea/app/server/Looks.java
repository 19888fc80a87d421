package io.fovea.app.server;

import io.fovea.Input;
import io.fovea.Net;
import io.javalin.config.Key;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The looks that pages asked for last, so that the next question about one needs no run.
 *
 * <p>Any number of threads may use this at once; runs follow one another.
 */
final class Looks {
  /** Where a request finds them. */
  static final Key<Looks> KEY = new Key<>("looks");

  private record Asked(String model, String input) {}

  private final Nets nets;
  private final Inputs inputs;
  private final long mostBytes;
  private final Map<Asked, Look> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Asked, CompletableFuture<?>> coming = new ConcurrentHashMap<>();
  private final Set<Net> used = Collections.newSetFromMap(new WeakHashMap<>());
  private final Object engine = new Object();
  private long bytes;

  /**
   * @param mostBytes how many bytes of activations are kept
   */
  Looks(Nets nets, Inputs inputs, long mostBytes) {
    this.nets = nets;
    this.inputs = inputs;
    this.mostBytes = mostBytes;
    nets.whenClosed(this::forget);
  }

  /**
   * What a network makes of an input.
   *
   * @throws io.fovea.tensor.FoveaException if one of them isn't there, or they don't fit
   */
  Look get(String model, String input) {
    return get(model, input, new Wanted());
  }

  /**
   * The same for as long as it is wanted.
   *
   * @throws RequestException if it no longer is
   */
  Look get(String model, String input, Wanted wanted) {
    var key = new Asked(model, input);
    return find(key, nets.get(model))
        .orElseGet(() -> nets.use(model, net -> run(key, net, wanted)));
  }

  /** A look that somebody else has made, so that who asks for it meanwhile may wait for that. */
  void comes(String model, String input, CompletableFuture<?> look) {
    var key = new Asked(model, input);
    coming.put(key, look);
    look.whenComplete((made, failure) -> coming.remove(key, look));
  }

  /**
   * When none of these networks is being run over one of these inputs for somebody else, whether it
   * failed or not: who waits for this holds no thread, and asks then.
   */
  CompletableFuture<?> settled(List<String> models, List<String> ids) {
    return CompletableFuture.allOf(
        models.stream()
            .flatMap(model -> ids.stream().map(id -> coming.get(new Asked(model, id))))
            .filter(Objects::nonNull)
            .map(look -> look.handle((made, failure) -> made))
            .toArray(CompletableFuture[]::new));
  }

  private Look run(Asked key, Net net, Wanted wanted) {
    synchronized (engine) {
      wanted.check(); // others had the engine for a while
      return find(key, net).orElseGet(() -> keep(key, look(net, inputs.get(key.input).input())));
    }
  }

  /** Whether one more, as large as those that are kept, takes the place of none. */
  synchronized boolean hasRoom() {
    return bytes + bytes / Math.max(1, kept.size()) <= mostBytes;
  }

  /** What the activations of all looks that are kept take. */
  synchronized long bytes() {
    return bytes;
  }

  /** The looks of a closed net are never asked for again, and would hold its parameters. */
  private synchronized void forget(Net closed) {
    kept.values().removeIf(look -> look.net() == closed);
    bytes = kept.values().stream().mapToLong(Look::bytes).sum();
  }

  /** The first run of a net compiles it: how long that took tells nothing of the network. */
  private Look look(Net net, Input input) {
    Look look = Look.of(net, input, mostBytes);
    return used.add(net) ? look.withoutTime() : look;
  }

  private synchronized Optional<Look> find(Asked key, Net net) {
    return Optional.ofNullable(kept.get(key)).filter(look -> look.net() == net);
  }

  private synchronized Look keep(Asked key, Look look) {
    Look before = kept.put(key, look);
    bytes += look.bytes() - (before == null ? 0 : before.bytes());
    Iterator<Look> eldest = kept.values().iterator();
    while (bytes > mostBytes && kept.size() > 1) {
      bytes -= eldest.next().bytes();
      eldest.remove();
    }
    return look;
  }
}
