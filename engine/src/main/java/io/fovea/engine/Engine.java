package io.fovea.engine;

import io.fovea.network.Network;
import io.fovea.network.Shapes;
import io.fovea.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bytedeco.javacpp.Loader;

/**
 * Compiles one network to plans and shares its parameters among them.
 *
 * <p>Any number of threads may use an engine at once. It and its plans may be closed in any order;
 * the parameters' native memory is freed with the last of them.
 */
public final class Engine implements AutoCloseable {
  private final Network network;
  private final NativeNetwork nativeNetwork;
  private final Leak leak;

  private Engine(Network network, NativeNetwork nativeNetwork) {
    this.network = network;
    this.nativeNetwork = nativeNetwork;
    this.leak = Leak.watch(this, "an engine for " + network.name(), nativeNetwork::release);
  }

  /** An engine for this network. */
  public static Engine of(Network network) {
    return new Engine(network, new NativeNetwork());
  }

  /** The instruction set that the primitives use, as oneDNN names it: {@code avx512_core_bf16}. */
  public static String instructionSet() {
    return Hardware.instructionSet();
  }

  /**
   * Whether oneDNN's libraries lie unpacked in JavaCPP's cache. If not, the first engine of a
   * process unpacks them there (about 90 MB, once).
   */
  public static boolean isUnpacked() {
    try {
      String platform = Loader.getPlatform();
      try (var entries = Files.list(Loader.getCacheDir().toPath())) {
        return entries
            .map(entry -> entry.getFileName().toString())
            .anyMatch(name -> name.startsWith("dnnl-") && name.contains(platform));
      }
    } catch (IOException e) {
      return false;
    }
  }

  /** The network. */
  public Network network() {
    return network;
  }

  /**
   * Compiles a plan.
   *
   * @throws io.fovea.network.NetworkException if a wanted layer isn't there or a layer can't work
   *     on what it is given
   * @throws EngineException if there is no primitive for a layer, or no memory
   */
  public Plan compile(PlanRequest request) {
    Threads.use(request.threads());
    Set<String> wanted = new LinkedHashSet<>();
    request.wanted().forEach(name -> wanted.add(network.layer(name).name()));
    Map<String, Shape> shapes = Shapes.of(network, request.inputs());
    nativeNetwork.retain();
    var scope = new NativeScope();
    try {
      var layers = Fusion.needed(network, wanted);
      var fusion = Fusion.of(layers, shapes, wanted, Hardware.channelBlock());
      var compilation = new Compilation(scope, nativeNetwork, shapes, fusion);
      layers.forEach(compilation::compile);
      return Plan.of(network, request, wanted, scope, nativeNetwork, compilation);
    } catch (RuntimeException | Error e) {
      try (scope) {
        throw e;
      } finally {
        nativeNetwork.release();
      }
    }
  }

  /**
   * Compiles a plan for gradients.
   *
   * @throws io.fovea.network.NetworkException if a named layer isn't there or a layer can't work on
   *     what it is given
   * @throws EngineException if there is no primitive for a layer, no gradient is asked for or flows
   *     from where it is asked, or there is no memory
   */
  public TrainingPlan compile(TrainingRequest request) {
    Threads.use(request.threads());
    nativeNetwork.retain();
    var scope = new NativeScope();
    try {
      return new TrainingCompilation(network, nativeNetwork, scope, request).plan();
    } catch (RuntimeException | Error e) {
      try (scope) {
        throw e;
      } finally {
        nativeNetwork.release();
      }
    }
  }

  /** How many copies of parameters its plans share. */
  int parameterCopies() {
    return nativeNetwork.copyCount();
  }

  /** Frees the parameters as soon as no plan needs them any more; a second call does nothing. */
  @Override
  public void close() {
    leak.close();
  }
}
