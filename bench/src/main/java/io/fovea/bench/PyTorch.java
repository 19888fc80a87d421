package io.fovea.bench;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.fovea.network.Layer;
import io.fovea.network.Network;
import io.fovea.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * PyTorch by way of DJL: the network's layers one after the other as PyTorch's own operations, each
 * intermediate array freed as soon as nobody needs it.
 */
final class PyTorch implements Candidate {
  static final String NAME = "PyTorch";
  static final String NAME_CHANNELS_LAST = "PyTorch, channels last";

  private final String name;
  private final Network network;
  private final NDManager manager;
  private final PyTorchOperators operators;
  private final NDArray input;
  private final Map<String, Integer> uses = new HashMap<>();

  /**
   * Makes PyTorch's arrays of the network's parameters and of the input.
   *
   * @param layout how convolutions find their arrays in memory
   */
  PyTorch(Network network, Tensor input, PyTorchLayout layout) {
    this.network = network;
    name = layout == PyTorchLayout.PLAIN ? NAME : NAME_CHANNELS_LAST;
    manager = NDManager.newBaseManager(NDManager.newBaseManager().getDevice(), "PyTorch");
    operators = new PyTorchOperators(manager, network, layout);
    this.input =
        layout.array(
            manager,
            input.toArray(),
            input.shape().batch(),
            input.shape().channels(),
            input.shape().height(),
            input.shape().width());
    for (Layer layer : network.layers()) {
      layer.inputs().forEach(each -> uses.merge(each, 1, Integer::sum));
    }
  }

  /**
   * Says how many threads PyTorch is to use; before anything else of it is called.
   *
   * @return whether there is a PyTorch for this platform
   */
  static boolean prepare(int threads) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(threads));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    try {
      return Engine.getEngine("PyTorch") != null;
    } catch (EngineException e) {
      return false;
    }
  }

  static String version() {
    return Engine.getEngine("PyTorch").getVersion();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public float[] run() {
    try (NDManager scope = manager.newSubManager()) {
      var values = new HashMap<String, NDArray>();
      var left = new HashMap<>(uses);
      String last = "";
      for (Layer layer : network.layers()) {
        List<NDArray> inputs = layer.inputs().stream().map(values::get).toList();
        values.put(layer.name(), inputs.isEmpty() ? source(scope) : operators.apply(layer, inputs));
        layer.inputs().forEach(each -> release(each, left, values, layer.name()));
        last = layer.name();
      }
      return values.get(last).toFloatArray();
    }
  }

  /** The input, so that all that comes of it belongs to this run. */
  private NDArray source(NDManager scope) {
    NDArray view = input.reshape(input.getShape());
    view.attach(scope);
    return view;
  }

  private static void release(
      String name, Map<String, Integer> left, Map<String, NDArray> values, String user) {
    if (left.merge(name, -1, Integer::sum) == 0 && values.get(name) != values.get(user)) {
      values.remove(name).close();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
