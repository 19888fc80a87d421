package io.fovea.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;

/** One person who explores: opens the page, then does this and that with pauses to think. */
final class PageClient implements Runnable {
  private static final List<String> SCALES =
      List.of("layer", "channel", "none", "symmetric", "1%:99%");
  private static final List<Integer> SIZES = List.of(64, 64, 64, 128);
  private static final List<String> LANGUAGES = List.of("en", "ko");
  private static final int SIDE = 240;
  private static final int SHAPES = 12;
  private static final int REPORT_EVERY = 40;

  private final PageApi api;
  private final Random random;
  private final CountDownLatch end;
  private final int thinkMilliseconds;
  private String model = "";
  private String input = "";
  private List<JsonObject> layers = List.of();

  /**
   * @param end counted down when it is time to go
   * @param thinkMilliseconds how long a pause is on average
   */
  PageClient(PageApi api, long seed, CountDownLatch end, int thinkMilliseconds) {
    this.api = api;
    this.random = new Random(seed);
    this.end = end;
    this.thinkMilliseconds = thinkMilliseconds;
  }

  @Override
  public void run() {
    try {
      while (thinks()) {
        step();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False when it is time to go. */
  private boolean thinks() throws InterruptedException {
    return !end.await(random.nextInt(2 * thinkMilliseconds), TimeUnit.MILLISECONDS);
  }

  /** What is refused or fails is counted already; the person does something else. */
  private void step() throws InterruptedException {
    try {
      if (layers.isEmpty()) {
        open();
      } else {
        act();
      }
    } catch (PageApi.Busy e) {
      // the next one, after a pause
    } catch (BenchException e) {
      // counted
    }
  }

  private void open() throws PageApi.Busy, InterruptedException {
    JsonObject start = api.json("api/start");
    model = start.get("model").getAsString();
    input = start.get("input").getAsString();
    JsonObject network = api.json("api/network", "model", model);
    api.json("api/graph", "model", model, "open", "");
    look();
    layers = objects(network.getAsJsonArray("layers"));
    tiles();
  }

  private void act() throws PageApi.Busy, InterruptedException {
    if (random.nextInt(REPORT_EVERY) == 0) {
      String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
      api.bytes(
          "api/report.html", asked(anyLayer().get("name").getAsString(), "language", language));
      return;
    }
    switch (random.nextInt(8)) {
      case 0 -> send();
      case 1 -> find();
      case 2 -> openBlock();
      case 3 -> weights();
      default -> tiles();
    }
  }

  private void look() throws PageApi.Busy, InterruptedException {
    api.head("api/look", "model", model, "input", input, "size", 36);
    api.bytes("api/inputs/picture", "model", model, "input", input);
  }

  /** A layer's montage, one of its channels, and the arithmetic of one value of it. */
  private void tiles() throws PageApi.Busy, InterruptedException {
    String layer = anyLayer().get("name").getAsString();
    JsonObject tiles =
        api.head("api/tiles", asked(layer, "scale", any(SCALES), "size", any(SIZES)));
    int channel = random.nextInt(tiles.get("channels").getAsInt());
    JsonObject plane = api.head("api/channel", asked(layer, "channel", channel));
    int row = random.nextInt(plane.get("height").getAsInt());
    int column = random.nextInt(plane.get("width").getAsInt());
    api.json("api/explain", asked(layer, "channel", channel, "row", row, "column", column));
  }

  private Object[] asked(String layer, Object... more) {
    var query = new Object[6 + more.length];
    System.arraycopy(new Object[] {"model", model, "input", input, "layer", layer}, 0, query, 0, 6);
    System.arraycopy(more, 0, query, 6, more.length);
    return query;
  }

  private void find() throws PageApi.Busy, InterruptedException {
    int top = random.nextInt(150);
    int left = random.nextInt(150);
    int side = 10 + random.nextInt(60);
    String box = "%d,%d,%d,%d".formatted(top, left, top + side, left + side);
    api.head("api/find", "model", model, "input", input, "box", box, "size", 56, "count", 24);
  }

  private void openBlock() throws PageApi.Busy, InterruptedException {
    String open = "fire" + (2 + random.nextInt(8));
    api.json("api/graph", "model", model, "open", open);
  }

  private void weights() throws PageApi.Busy, InterruptedException {
    JsonObject layer = anyLayer();
    if (layer.get("kind").getAsString().equals("convolution")) {
      api.head("api/weights", "model", model, "layer", layer.get("name").getAsString());
    }
  }

  private void send() throws PageApi.Busy, InterruptedException {
    boolean photograph = random.nextBoolean();
    String ending = photograph ? "jpg" : "png";
    input = api.take("drawn." + ending, picture(ending)).get("id").getAsString();
    look();
    tiles();
  }

  /** A picture that nobody has sent before. */
  private byte[] picture(String format) {
    var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int i = 0; i < SHAPES; i++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillOval(random.nextInt(SIDE), random.nextInt(SIDE), SIDE / 3, SIDE / 4);
    }
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new BenchException("a picture can't be drawn: " + e.getMessage(), e);
    }
    return bytes.toByteArray();
  }

  private JsonObject anyLayer() {
    return any(layers);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<JsonObject> objects(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }
}
