package io.fovea.engine;

import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.network.Shapes;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;

/** Makes a training plan: compiles forward, then backward, then lays out memory. */
final class TrainingCompilation {
  private final Network network;
  private final NativeNetwork nativeNetwork;
  private final NativeScope scope;
  private final TrainingRequest request;
  private final String of;
  private final Set<String> wanted;
  private final Set<String> needed;
  private final List<Layer> layers;
  private final Training training;
  private final Compilation compilation;

  TrainingCompilation(
      Network network, NativeNetwork nativeNetwork, NativeScope scope, TrainingRequest request) {
    this.network = network;
    this.nativeNetwork = nativeNetwork;
    this.scope = scope;
    this.request = request;
    this.of = network.layer(request.of()).name();
    this.wanted = names(request.gradients());
    Set<String> learning = names(request.learning());
    this.needed = Differentiation.needed(network, of, wanted, learning);
    checkWanted();
    this.layers = Fusion.needed(network, Set.of(of));
    this.training =
        new Training(new TrainedParameters(scope, nativeNetwork), request.mode(), learning);
    Map<String, Shape> shapes = Shapes.of(network, request.inputs());
    var visible = new LinkedHashSet<>(wanted);
    visible.add(of);
    var fusion = Fusion.of(layers, shapes, visible, Hardware.channelBlock());
    this.compilation = new Compilation(scope, nativeNetwork, shapes, fusion, Optional.of(training));
  }

  private Set<String> names(List<String> given) {
    var names = new LinkedHashSet<String>();
    given.forEach(name -> names.add(network.layer(name).name()));
    return names;
  }

  private void checkWanted() {
    if (needed.isEmpty()) {
      throw new EngineException(
          "nothing before %s learns or is asked for; name a layer that it depends on"
              .formatted(of));
    }
    for (String name : names(request.learning())) {
      if (network.layer(name).learnables().isEmpty()) {
        throw new EngineException(
            name + " has no learnable parameters; name layers that have some");
      }
    }
    for (String name : wanted) {
      if (!needed.contains(name)) {
        throw new EngineException(
            "%s doesn't depend on %s; ask for the gradient with respect to a layer before it"
                .formatted(of, name));
      }
    }
  }

  /** The plan, which owns the scope from here on. */
  TrainingPlan plan() {
    layers.forEach(compilation::compile);
    int forwardSteps = compilation.drafts().size();
    Place output = compilation.value(of).place();
    output.buffer().touch(forwardSteps - 1);
    var back = new Differentiation(compilation, training, needed, wanted);
    Place seed = back.seed(of, output.descriptor().shape());
    var backwards = new ArrayList<>(layers);
    Collections.reverse(backwards);
    backwards.forEach(back::differentiate);
    long bytes = Math.max(1, Arena.lay(compilation.buffers()));
    var memory = NativeMemory.allocate(scope, bytes);
    var steps = Assembly.steps(scope, memory, compilation);
    var stream = stream();
    var program =
        new TrainingProgram(
            of,
            inputs(),
            seed,
            forwardSteps,
            back.kept(),
            inNetworkOrder(back.learned()),
            training.masks(),
            training.measured(),
            bytes);
    return new TrainingPlan(
        program,
        training.parameters(),
        memory,
        steps,
        stream,
        new Readouts(scope, nativeNetwork, memory, stream, Map.of(of, output)),
        new Readouts(scope, nativeNetwork, memory, stream, back.kept()),
        request.threads(),
        free(scope, nativeNetwork));
  }

  private static Runnable free(NativeScope scope, NativeNetwork nativeNetwork) {
    return () -> {
      try {
        scope.close();
      } finally {
        nativeNetwork.release();
      }
    };
  }

  private dnnl_stream stream() {
    var stream = new dnnl_stream();
    Status.check(
        dnnl.dnnl_stream_create(stream, nativeNetwork.engine(), dnnl.dnnl_stream_default_flags),
        network.name());
    return scope.own(stream, dnnl::dnnl_stream_destroy);
  }

  private Map<String, Place> inputs() {
    var places = new LinkedHashMap<String, Place>();
    for (String name : request.inputs().keySet()) {
      Value value = compilation.value(name);
      if (value != null) {
        places.put(name, value.place());
      }
    }
    return places;
  }

  /** Backward they were found; forward people read them. */
  private Map<LearnableId, Buffer> inNetworkOrder(Map<LearnableId, Buffer> learned) {
    var ordered = new LinkedHashMap<LearnableId, Buffer>();
    for (Layer layer : layers) {
      layer
          .learnables()
          .forEach(
              parameter -> {
                var id = new LearnableId(layer.name(), parameter.name(), parameter.count());
                if (learned.containsKey(id)) {
                  ordered.put(id, learned.get(id));
                }
              });
    }
    return ordered;
  }
}
