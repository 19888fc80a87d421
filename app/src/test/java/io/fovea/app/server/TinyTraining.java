package io.fovea.app.server;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.fovea.image.ChannelOrder;
import io.fovea.image.ColourProfile;
import io.fovea.image.Interpolation;
import io.fovea.image.Picture;
import io.fovea.image.Preprocessing;
import io.fovea.image.Resize;
import io.fovea.network.ClassificationOutput;
import io.fovea.network.FullyConnected;
import io.fovea.network.ImageInput;
import io.fovea.network.Network;
import io.fovea.network.Parameter;
import io.fovea.network.Softmax;
import io.fovea.zoo.Card;
import io.fovea.zoo.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Folders of red, green and blue pictures, and a network of one layer that can learn to tell. */
final class TinyTraining {
  private static final int SIDE = 4;

  private TinyTraining() {}

  /** Five pictures each of red, green and blue in three folders of these names. */
  static Path colours(Path folder) throws IOException {
    for (int i = 0; i < 5; i++) {
      write(folder.resolve("red"), i + ".png", 250 - 10 * i, 5 * i, 0);
      write(folder.resolve("green"), i + ".png", 0, 250 - 10 * i, 5 * i);
      write(folder.resolve("blue"), i + ".png", 5 * i, 0, 250 - 10 * i);
    }
    return folder;
  }

  /** A picture of one colour. */
  static void write(Path folder, String name, int red, int green, int blue) throws IOException {
    var samples = new byte[SIDE * SIDE * 3];
    for (int i = 0; i < samples.length; i += 3) {
      samples[i] = (byte) red;
      samples[i + 1] = (byte) green;
      samples[i + 2] = (byte) blue;
    }
    Picture.of(SIDE, SIDE, 3, samples).write(Files.createDirectories(folder).resolve(name));
  }

  /** Colour pictures of 2 × 2, from 0 to 1; two classes "sum" and "none". */
  static Model model(String name) {
    if (!name.equals("tiny")) {
      throw RequestException.wrong(name + ": no model of this name");
    }
    var weights = Parameter.of("Weights", new float[2 * 12], 2, 12);
    var network =
        Network.of(
            "tiny",
            List.of(
                ImageInput.of("data", 2, 2, 3),
                FullyConnected.of("fc", "data", weights, Parameter.of("Bias", new float[2], 2)),
                Softmax.of("prob", "fc"),
                new ClassificationOutput("output", "prob", List.of("sum", "none"))));
    var preprocessing =
        new Preprocessing(
            ChannelOrder.RGB,
            Resize.stretch(Interpolation.PIL_BILINEAR),
            1 / 255f,
            List.of(),
            List.of(),
            ColourProfile.IGNORE);
    return Model.of(network, Card.of("tiny", preprocessing));
  }

  /** Settings of a training of that network, with these fields more. */
  static TrainingSettings settings(Path folder, String more) {
    return TrainingSettings.parse(
        "{\"network\": \"tiny\", \"folder\": \"%s\", \"rate\": 0.1%s}".formatted(folder, more));
  }

  /** The tiny network, and what comes out of trainings. */
  record Shelf(Collection<Model> made) implements NetworkShelf {
    @Override
    public Model model(String name) {
      return TinyTraining.model(name);
    }

    @Override
    public boolean has(String name) {
      return name.equals("tiny") || made.stream().anyMatch(each -> each.name().equals(name));
    }

    @Override
    public void add(Model model) {
      made.add(model);
    }

    @Override
    public void remove(String name) {
      made.removeIf(each -> each.name().equals(name));
    }
  }

  /** What a page would hear of a training. */
  static final class Page implements AutoCloseable {
    private final BlockingQueue<JsonObject> events = new LinkedBlockingQueue<>();
    private final List<JsonObject> heard = new ArrayList<>();
    private final TrainingFeed feed;

    Page(TrainingJob job) {
      feed = job.listen(event -> events.add(object(event)), () -> {});
    }

    /** Listens until the training is at this. */
    JsonObject until(TrainingPhase phase) throws InterruptedException {
      JsonObject event = next();
      while (!event.getString("phase").equals(phase.word())) {
        event = next();
      }
      return event;
    }

    JsonObject next() throws InterruptedException {
      JsonObject event = events.poll(1, TimeUnit.MINUTES);
      if (event == null) {
        throw new AssertionError("nothing more is told; heard so far: " + heard);
      }
      heard.add(event);
      return event;
    }

    /** The curve as the page puts it together. */
    List<JsonArray> points() {
      var points = new ArrayList<JsonArray>();
      for (JsonObject event : heard) {
        points.subList(event.getInt("from"), points.size()).clear();
        event.getArray("points").forEach(point -> points.add((JsonArray) point));
      }
      return points;
    }

    @Override
    public void close() {
      feed.close();
    }
  }

  static JsonObject object(String json) {
    try {
      return JsonParser.object().from(json);
    } catch (JsonParserException e) {
      throw new AssertionError(json, e);
    }
  }
}
