package io.fovea.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What stands in a checkpoint behind its head: numbers, learnable parameters with the solver's
 * memory, gathered statistics, the best network so far, and the history. Snapshots hold the same
 * arrays as what is learned, in the same order, so that no name is written twice.
 */
final class CheckpointContent {
  private CheckpointContent() {}

  static void write(DataOutputStream out, TrainingState state) throws IOException {
    TrainingState.Position at = state.at();
    out.writeInt(at.epoch());
    out.writeInt(at.position());
    out.writeLong(at.iteration());
    out.writeInt(at.waited());
    out.writeDouble(at.seconds());
    for (Learnable each : state.learned().learnables()) {
      CheckpointStream.writeFloats(out, each.values());
      for (float[] memory : each.memory()) {
        CheckpointStream.writeFloats(out, memory);
      }
    }
    for (RunningStatistics each : state.learned().statistics().values()) {
      CheckpointStream.writeFloats(out, each.mean());
      CheckpointStream.writeFloats(out, each.variance());
    }
    write(out, state.best(), state.learned());
    write(out, state.history());
  }

  static void read(DataInputStream in, TrainingState state) throws IOException {
    var at =
        new TrainingState.Position(
            in.readInt(), in.readInt(), in.readLong(), in.readInt(), in.readDouble());
    for (Learnable each : state.learned().learnables()) {
      CheckpointStream.readFloats(in, each.values());
      for (float[] memory : each.memory()) {
        CheckpointStream.readFloats(in, memory);
      }
    }
    for (RunningStatistics each : state.learned().statistics().values()) {
      CheckpointStream.readFloats(in, each.mean());
      CheckpointStream.readFloats(in, each.variance());
    }
    Best best = readBest(in, state.learned());
    state.restore(at, best, readHistory(in));
  }

  private static void write(DataOutputStream out, Best best, Learned learned) throws IOException {
    out.writeDouble(best.loss());
    out.writeDouble(best.accuracy());
    for (float[] values : arrays(best.snapshot(), learned)) {
      CheckpointStream.writeFloats(out, values);
    }
  }

  private static Best readBest(DataInputStream in, Learned learned) throws IOException {
    double loss = in.readDouble();
    double accuracy = in.readDouble();
    Snapshot snapshot = learned.snapshot();
    for (float[] values : arrays(snapshot, learned)) {
      CheckpointStream.readFloats(in, values);
    }
    return new Best(snapshot, loss, accuracy);
  }

  /** A snapshot's arrays in the order of what is learned. */
  private static List<float[]> arrays(Snapshot snapshot, Learned learned) {
    Map<String, Map<String, float[]>> layers = snapshot.layers();
    var arrays = new ArrayList<float[]>();
    for (Learnable each : learned.learnables()) {
      arrays.add(layers.get(each.layer()).get(each.parameter()));
    }
    for (RunningStatistics each : learned.statistics().values()) {
      Map<String, float[]> values = layers.get(each.layer().name());
      arrays.add(values.get(each.layer().mean().name()));
      arrays.add(values.get(each.layer().variance().name()));
    }
    return arrays;
  }

  private static void write(DataOutputStream out, TrainingHistory history) throws IOException {
    out.writeInt(history.iterations().size());
    for (IterationPoint each : history.iterations()) {
      out.writeInt(each.epoch());
      out.writeLong(each.iteration());
      out.writeDouble(each.loss());
      out.writeDouble(each.accuracy());
      out.writeDouble(each.rate());
      out.writeInt(each.items());
      out.writeDouble(each.seconds());
    }
    out.writeInt(history.validations().size());
    for (ValidationPoint each : history.validations()) {
      out.writeInt(each.epoch());
      out.writeLong(each.iteration());
      out.writeDouble(each.loss());
      out.writeDouble(each.accuracy());
      out.writeBoolean(each.best());
    }
  }

  private static TrainingHistory readHistory(DataInputStream in) throws IOException {
    var iterations = new ArrayList<IterationPoint>();
    for (int left = in.readInt(); left > 0; left--) {
      iterations.add(
          new IterationPoint(
              in.readInt(),
              in.readLong(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readInt(),
              in.readDouble()));
    }
    var validations = new ArrayList<ValidationPoint>();
    for (int left = in.readInt(); left > 0; left--) {
      validations.add(
          new ValidationPoint(
              in.readInt(), in.readLong(), in.readDouble(), in.readDouble(), in.readBoolean()));
    }
    return new TrainingHistory(iterations, validations);
  }
}
