package io.fovea.bench;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.fovea.network.Layer;
import io.fovea.network.Softmax;
import io.fovea.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** PyTorch by way of DJL: one step of stochastic gradient descent with momentum. */
final class PyTorchTraining implements Candidate {
  private static final float RATE = 1e-4f;
  private static final float MOMENTUM = 0.9f;

  private final Model model;
  private final NDManager manager;
  private final PyTorchOperators operators;
  private final NDArray input;
  private final NDArray labels;
  private final Optimizer optimizer =
      Optimizer.sgd().setLearningRateTracker(Tracker.fixed(RATE)).optMomentum(MOMENTUM).build();

  PyTorchTraining(Model model, int batch) {
    this.model = model;
    manager = NDManager.newBaseManager(NDManager.newBaseManager().getDevice(), "PyTorch");
    operators = new PyTorchOperators(manager, model.network(), PyTorchLayout.PLAIN);
    operators.parameters().values().forEach(each -> each.setRequiresGradient(true));
    Tensor tensor = model.input(batch);
    input =
        PyTorchLayout.PLAIN.array(
            manager,
            tensor.toArray(),
            batch,
            tensor.shape().channels(),
            tensor.shape().height(),
            tensor.shape().width());
    labels = manager.create(model.labels(batch));
  }

  @Override
  public String name() {
    return PyTorch.NAME;
  }

  @Override
  public float[] run() {
    differentiate(true);
    operators
        .parameters()
        .forEach(
            (name, values) -> {
              try (NDArray gradient = values.getGradient()) {
                optimizer.update(name, values, gradient);
              }
            });
    zeroGradients();
    return new float[0];
  }

  /** The gradients of one pass without dropout, by {@code layer/parameter}. */
  Map<String, float[]> gradients() {
    differentiate(false);
    var all = new HashMap<String, float[]>();
    operators
        .parameters()
        .forEach((name, values) -> all.put(name, values.getGradient().toFloatArray()));
    zeroGradients();
    return all;
  }

  private void zeroGradients() {
    operators.parameters().values().forEach(each -> each.getGradient().muli(0));
  }

  private void differentiate(boolean training) {
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      NDArray view = input.reshape(input.getShape());
      view.attach(scope);
      NDArray scores = scores(view, training);
      NDArray loss =
          Loss.softmaxCrossEntropyLoss()
              .evaluate(
                  new NDList(labels), new NDList(scores.reshape(input.getShape().get(0), -1)));
      collector.backward(loss);
    }
  }

  /** What the last softmax takes. */
  private NDArray scores(NDArray view, boolean training) {
    var values = new HashMap<String, NDArray>();
    NDArray last = view;
    for (Layer layer : model.network().layers()) {
      if (layer instanceof Softmax) {
        return last;
      }
      List<NDArray> inputs = layer.inputs().stream().map(values::get).toList();
      last = inputs.isEmpty() ? view : apply(layer, inputs, training);
      values.put(layer.name(), last);
    }
    return last;
  }

  private NDArray apply(Layer layer, List<NDArray> inputs, boolean training) {
    return layer instanceof io.fovea.network.Dropout dropout && training
        ? Dropout.dropout(inputs.get(0), dropout.probability(), true).singletonOrThrow()
        : operators.apply(layer, inputs);
  }

  @Override
  public void close() {
    manager.close();
  }
}
