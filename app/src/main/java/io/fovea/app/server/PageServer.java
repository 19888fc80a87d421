package io.fovea.app.server;

import io.fovea.tensor.FoveaException;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The page's server: gives the page and answers what it asks.
 *
 * <p>It listens on this machine alone unless told otherwise, and answers only addresses that begin
 * with its random token; see {@link Access}. {@link #close()} ends it and all work under way.
 */
public final class PageServer implements AutoCloseable {
  private static final int LOOK_SHARE = 4;
  private static final long MOST_LOOKS = 512L << 20;
  private static final int NET_SHARE = 2;
  private static final int INPUT_SHARE = 8;
  private static final int MOST_WAITING = 400;

  private final PageOptions options;
  private final ListenHost host;
  private final Access access;
  private final PageFiles files = new PageFiles();
  private final Nets nets;
  private final Inputs inputs;
  private final Looks looks;
  private final NetworkRoutes networks;
  private final FirstPage first;
  private final Once<Lessons> lessons = new Once<>(Lessons::read);
  private final Trainings trainings;
  private final QueuedThreadPool threads = new QueuedThreadPool();
  private final Work work = Work.ofThisMachine(MOST_WAITING, threads);
  private final HeadStart headStart = new HeadStart();
  private final Javalin server;

  private PageServer(PageOptions options, Inputs inputs, Consumer<PageServer> meanwhile) {
    this.options = options;
    this.inputs = inputs;
    host = ListenHost.of(options.host());
    access = Access.of(host);
    long memory = Runtime.getRuntime().maxMemory();
    nets = new Nets(options.models(), options.model(), options.threads(), memory / NET_SHARE);
    looks = new Looks(nets, inputs, Math.min(MOST_LOOKS, memory / LOOK_SHARE));
    networks = new NetworkRoutes(nets);
    first =
        new FirstPage(
            options.model(), options.input().map(inputs::start), nets, inputs, looks, networks);
    trainings = Trainings.of(Folders.of(options.folders()), nets, options.threads());
    meanwhile.accept(this); // the server below takes a while to come up
    server = Javalin.create(this::configure);
  }

  /**
   * Starts a server.
   *
   * @throws FoveaException if there is no such network, it or the input can't be read, or the port
   *     is taken
   */
  public static PageServer start(PageOptions options) {
    return start(options, server -> {});
  }

  /**
   * Starts a server that makes the first look while it comes up, so that the page needn't wait for
   * it.
   *
   * @throws FoveaException as {@link #start(PageOptions)}
   */
  public static PageServer startLooking(PageOptions options) {
    return start(
        options, server -> server.headStart.begin(server.first::prepare, server.first.rest()));
  }

  private static PageServer start(PageOptions options, Consumer<PageServer> meanwhile) {
    options.models().find(options.model());
    var inputs = new Inputs(Runtime.getRuntime().maxMemory() / INPUT_SHARE);
    try {
      return listen(new PageServer(options, inputs, meanwhile)).withNetwork();
    } catch (RuntimeException e) {
      inputs.close();
      throw e;
    }
  }

  private static PageServer listen(PageServer server) {
    PageOptions options = server.options;
    try {
      server.server.start(server.host.name(), options.port());
    } catch (RuntimeException e) {
      server.close();
      throw new ServerException(
          "port %d of %s can't be listened on (%s); choose another with --port or --host"
              .formatted(options.port(), options.host(), deepest(e).getMessage()),
          e);
    }
    server.access.listensOn(server.server.port());
    return server;
  }

  /** A network that can't be read is said at once, not on the page. */
  private PageServer withNetwork() {
    try {
      nets.get(options.model());
      return this;
    } catch (FoveaException e) {
      close();
      throw e;
    }
  }

  private static Throwable deepest(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : deepest(cause);
  }

  /** Whether other machines reach it too. */
  public boolean isOpenToOthers() {
    return !host.isLocal();
  }

  /** That another network stands in for the one asked for, if so. */
  public Optional<String> notice() {
    return nets.get(options.model()).model().notice();
  }

  /** The address that opens the page. */
  public String address() {
    return "http://%s:%d/%s/".formatted(host.shown(), server.port(), access.token());
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.router.ignoreTrailingSlashes = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.threadPool = threads;
    config.appData(Work.KEY, work);
    config.appData(Nets.KEY, nets);
    config.appData(Looks.KEY, looks);
    LiveRoutes.limit(config.jetty);
    JavalinDefaultRoutingApi routes = config.routes;
    routes.before(this::guard);
    routes.wsBeforeUpgrade(this::guard);
    Failures.add(config);
    String prefix = "/" + access.token();
    routes.get(prefix, request -> request.redirect(prefix + "/"));
    routes.get(prefix + "/", files::page);
    routes.get(prefix + "/page/fovea.js", files::modules);
    routes.get(prefix + "/page/fovea.css", files::style);
    routes.get(prefix + "/page/<file>", files::own);
    routes.get(prefix + "/lib/lit/<file>", files::lit);
    routes.get(prefix + "/lib/<file>", files::library);
    routes.get(prefix + "/lesson/{file}", files::lesson);
    String api = prefix + "/api/";
    WorkRoutes.json(routes, api + "start", query -> first.toJson());
    WorkRoutes.json(routes, api + "network", networks::network);
    var look = new LookRoutes(looks);
    WorkRoutes.binary(routes, api + "look", look::look);
    WorkRoutes.answer(
        routes,
        api + "tiles",
        Packing.DIFFERENCES,
        query -> {
          byte[] tiles = look.tiles(query);
          headStart.pageIsThere();
          return tiles;
        });
    WorkRoutes.binary(routes, api + "channel", look::channel);
    WorkRoutes.json(routes, api + "explain", new ValueRoutes(looks)::explain);
    WorkRoutes.binary(routes, api + "weights", new WeightRoutes(nets)::weights);
    WorkRoutes.binary(routes, api + "find", new FindRoutes(looks)::find);
    WorkRoutes.binary(routes, api + "compare", new CompareRoutes(looks)::compare);
    WorkRoutes.answer(routes, api + "graph", "application/json", networks::graph);
    new LiveRoutes(nets, work).add(routes, api);
    routes.get(api + "lesson", this::lesson);
    new InputRoutes(nets, inputs, looks).add(routes, api);
    new TakeRoutes(nets, inputs, looks).add(routes, api);
    new TrainingRoutes(trainings).add(routes, api);
  }

  private void guard(Context request) {
    request
        .header("Content-Security-Policy", files.policy())
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Cache-Control", "no-store");
    access.check(request);
  }

  /** The lesson's text about a kind of layer, or all of it. */
  private void lesson(Context request) {
    var query = new Query(request);
    String language = query.optional("language").orElse("en");
    String html =
        query
            .optional("about")
            .flatMap(kind -> lessons.get().fragment(language, kind))
            .or(() -> lessons.get().text(language))
            .orElseThrow(() -> RequestException.missing("there is no lesson in " + language));
    request.contentType("text/html; charset=utf-8").result(html);
  }

  @Override
  public void close() {
    inputs.close(); // first, since a process that is ended hasn't long
    headStart.end();
    trainings.close();
    work.close();
    server.stop();
    headStart.close();
    nets.close();
  }
}
