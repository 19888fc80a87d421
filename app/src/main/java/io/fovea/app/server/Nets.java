package io.fovea.app.server;

import io.fovea.Net;
import io.fovea.zoo.Model;
import io.fovea.zoo.ModelEntry;
import io.fovea.zoo.Models;
import io.javalin.config.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The networks that may be looked into: those that have a name, the one named at the start, and
 * those trained here. A path that a client makes up opens nothing.
 *
 * <p>The ones used last stay open. Any number of threads may use this at once; who asks for a
 * network that is being opened waits for that one alone.
 */
final class Nets implements NetworkShelf, AutoCloseable {
  /** Where a request finds them. */
  static final Key<Nets> KEY = new Key<>("nets");

  private static final int MOST_OPEN = 6;
  private static final int OPENED_AT_ONCE = 2;

  private final Models models;
  private final int threads;
  private final long mostBytes;
  private final Set<String> allowed = new HashSet<>();
  private final Map<String, Model> own = new ConcurrentHashMap<>();
  private final Set<String> madeEver = ConcurrentHashMap.newKeySet();
  private final LinkedHashMap<String, CompletableFuture<SharedNet>> open =
      new LinkedHashMap<>(16, 0.75f, true);
  private final List<Consumer<Net>> closing = new CopyOnWriteArrayList<>();
  private final ExecutorService opener = Executors.newFixedThreadPool(OPENED_AT_ONCE, Nets::thread);
  private boolean closed;

  /**
   * @param models where names are looked up
   * @param first name or path of the network named at the start
   * @param threads how many threads compute one run
   * @param mostBytes what the parameters of all open networks may take; the newest stays in any
   *     case
   */
  Nets(Models models, String first, int threads, long mostBytes) {
    this.models = models;
    this.threads = threads;
    this.mostBytes = mostBytes;
    allowed.add(first);
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "fovea-open");
    thread.setDaemon(true);
    return thread;
  }

  /** Has a listener told of each net that is closed. */
  void whenClosed(Consumer<Net> listener) {
    closing.add(listener);
  }

  /** All that have a name, with the place of each. */
  List<Map<String, Object>> list() {
    var list = new ArrayList<Map<String, Object>>();
    for (ModelEntry each : models.list()) {
      list.add(Map.of("name", each.name(), "place", each.place()));
    }
    own.keySet().stream().sorted().forEach(name -> list.add(Map.of("name", name, "place", "")));
    return list;
  }

  /** Whether it was made here, so that no file of that name need be anywhere. */
  boolean isMadeHere(String name) {
    return own.containsKey(name);
  }

  @Override
  public boolean has(String name) {
    return madeEver.contains(name) || isKnown(name);
  }

  @Override
  public void add(Model made) {
    own.put(made.name(), made);
    madeEver.add(made.name());
  }

  @Override
  public void remove(String name) {
    own.remove(name);
    CompletableFuture<SharedNet> left;
    synchronized (this) {
      left = open.remove(name);
    }
    if (left != null) {
      left.thenAccept(SharedNet::letGo);
    }
  }

  @Override
  public Model model(String name) {
    return get(name).model();
  }

  /**
   * The network of this name, to be read; see {@link #use} to run it.
   *
   * @throws io.fovea.tensor.FoveaException if there is none, or its file is broken
   */
  Net get(String name) {
    return Futures.join(opened(name)).net();
  }

  /**
   * Does something with the network of this name, which isn't closed meanwhile.
   *
   * @throws io.fovea.tensor.FoveaException if there is none, or its file is broken
   */
  <T> T use(String name, Function<Net, T> work) {
    SharedNet shared = Futures.join(opened(name));
    while (!shared.enter()) {
      shared = Futures.join(opened(name)); // it was let go just now
    }
    try {
      return work.apply(shared.net());
    } finally {
      shared.leave();
    }
  }

  /** The network of this name as soon as it is open; it begins to be opened where it isn't. */
  synchronized CompletableFuture<SharedNet> opened(String name) {
    return open.computeIfAbsent(
        name,
        any ->
            closed
                ? CompletableFuture.failedFuture(RequestException.busy("the server ends"))
                : CompletableFuture.supplyAsync(() -> open(name), opener));
  }

  /** All of these as soon as they are open. */
  CompletableFuture<?> opened(List<String> names) {
    return CompletableFuture.allOf(
        names.stream().map(this::opened).toArray(CompletableFuture[]::new));
  }

  /** One that can't be opened may be tried again; for one that can, others are let go. */
  private SharedNet open(String name) {
    SharedNet made;
    try {
      made = new SharedNet(net(name), net -> closing.forEach(each -> each.accept(net)));
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        open.remove(name);
      }
      throw e;
    }
    tooMuchBeside(made).forEach(SharedNet::letGo);
    return made;
  }

  private Net net(String name) {
    Model made = own.get(name);
    if (made != null) {
      return Net.of(made, threads);
    }
    if (!isKnown(name)) {
      throw RequestException.missing(
          TrainedName.isOurs(name)
              ? "%s: this network isn't kept any more; train again, or choose another"
                  .formatted(name)
              : "there is no network named %s here; start fovea explore with its path, or train it again if it was trained here"
                  .formatted(name));
    }
    return Net.open(() -> models.open(name), threads);
  }

  private boolean isKnown(String name) {
    return allowed.contains(name)
        || models.list().stream().anyMatch(entry -> entry.name().equals(name));
  }

  /** Takes out those used longest ago, until the rest are few and small enough. */
  private synchronized List<SharedNet> tooMuchBeside(SharedNet newest) {
    var beyond = new ArrayList<SharedNet>();
    long bytes = newest.bytes() + open.values().stream().mapToLong(Nets::bytes).sum();
    var eldest = open.values().iterator();
    while (eldest.hasNext() && (open.size() > MOST_OPEN || bytes > mostBytes)) {
      CompletableFuture<SharedNet> next = eldest.next();
      if (Futures.isThere(next)) {
        eldest.remove();
        bytes -= bytes(next);
        beyond.add(next.join());
      }
    }
    return beyond;
  }

  /** None as long as it is being opened. */
  private static long bytes(CompletableFuture<SharedNet> net) {
    return Futures.isThere(net) ? net.join().bytes() : 0;
  }

  @Override
  public void close() {
    List<CompletableFuture<SharedNet>> all;
    synchronized (this) {
      closed = true;
      all = List.copyOf(open.values());
      open.clear();
    }
    all.forEach(each -> each.thenAccept(SharedNet::letGo));
    opener.shutdown();
  }
}
