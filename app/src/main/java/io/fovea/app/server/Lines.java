package io.fovea.app.server;

import io.fovea.image.ColorMap;
import io.fovea.image.Limits;
import io.fovea.image.SampleInput;
import io.fovea.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The lines that make again what a page shows: as a Java program, for {@code fovea shell}, and as
 * commands. What they write is, pixel for pixel, what the page gives to save, but for the order of
 * the channels: theirs is always by number. Where the page has another, a comment says so.
 */
final class Lines {
  private static final Map<String, String> SCALES =
      Map.of(
          "layer", "Fovea.mat2gray()",
          "channel", "Scale.channel()",
          "none", "Scale.none()",
          "symmetric", "Scale.symmetric()");

  private final Shown shown;
  private final ChannelSort sort;
  private final String model;
  private final PageInput input;

  private Lines(Shown shown, ChannelSort sort, String model, PageInput input) {
    this.shown = shown;
    this.sort = sort;
    this.model = model;
    this.input = input;
  }

  /**
   * The lines for what is shown.
   *
   * @param sort the order of the channels in the page's montage
   * @param model name or path by which others can open the network
   */
  static Lines of(Shown shown, ChannelSort sort, String model, PageInput input) {
    return new Lines(shown, sort, model, input);
  }

  /** The three forms. */
  Map<String, Object> toJson() {
    var json = new LinkedHashMap<String, Object>();
    json.put("java", java());
    json.put("shell", shell());
    json.put("command", command());
    return json;
  }

  private String java() {
    var body = new ArrayList<String>();
    body.add("Path input = Path.of(%s);".formatted(Quoted.java(file())));
    sample().ifPresent(sample -> body.add("SampleInput.%s.write(input);".formatted(sample)));
    body.add("try (var net = Fovea.load(%s)) {".formatted(Quoted.java(model)));
    body.add("  var act = net.activations(input, %s);".formatted(Quoted.java(shown.layer())));
    order("  // ").ifPresent(body::add);
    body.add("  %s.write(Path.of(%s));".formatted(montage(scale()), Quoted.java(montageName())));
    channel().forEach(line -> body.add("  " + line));
    if (shown.look().classification().isPresent()) {
      body.add("  System.out.println(net.classify(input).top(5));");
    }
    body.add("}");
    String lines = String.join("\n    ", body);
    return """
        %s
        public class Look {
          public static void main(String[] arguments) {
            %s
          }
        }
        """
        .formatted(imports(lines), lines);
  }

  private static String imports(String lines) {
    var imports = new TreeSet<String>();
    imports.add("import java.nio.file.Path;\n");
    imports.add("import io.fovea.Fovea;\n");
    for (String name : List.of("ColorMap", "Montage", "SampleInput", "Scale")) {
      if (lines.contains(name + ".")) {
        imports.add("import io.fovea.image." + name + ";\n");
      }
    }
    return String.join("", imports);
  }

  private String shell() {
    var lines = new ArrayList<String>();
    String file = Quoted.java(file());
    sample()
        .ifPresent(
            sample -> lines.add("SampleInput.%s.write(Path.of(%s))".formatted(sample, file)));
    lines.add("var net = load(%s)".formatted(Quoted.java(model)));
    boolean isPicture = input.kind().equals("picture");
    lines.add(
        (isPicture ? "var img = imread(%s)" : "var img = Input.of(Path.of(%s))").formatted(file));
    lines.add("var act = activations(net, img, %s)".formatted(Quoted.java(shown.layer())));
    order("// ").ifPresent(lines::add);
    lines.add("var picture = imshow(%s)".formatted(montage(scale().replace("Fovea.", ""))));
    lines.add("imwrite(picture, %s)".formatted(Quoted.java(montageName())));
    channel().forEach(line -> lines.add(line.substring(0, line.length() - 1)));
    if (shown.look().classification().isPresent()) {
      lines.add("classify(net, img).top(5)");
    }
    return String.join("\n", lines) + "\n";
  }

  private String command() {
    var lines = new ArrayList<String>();
    sample().ifPresent(any -> lines.add("fovea samples ."));
    String about = Quoted.operands(model, file(), shown.layer());
    order("# ").ifPresent(lines::add);
    lines.add(
        "fovea montage --scale %s --colormap %s -o %s %s"
            .formatted(
                Quoted.shell(shown.scaleText()), shown.map(), Quoted.shell(montageName()), about));
    lines.add("fovea activations -o %s %s".formatted(Quoted.shell(name(".npy")), about));
    if (shown.look().classification().isPresent()) {
      lines.add("fovea classify " + Quoted.operands(model, file()));
    }
    return String.join("\n", lines) + "\n";
  }

  /** A comment where the page's montage has another order. */
  private Optional<String> order(String sign) {
    return sort == ChannelSort.NUMBER
        ? Optional.empty()
        : Optional.of(sign + "channels by number; the page has them " + sort.description());
  }

  private String montage(String scale) {
    return shown.map() == ColorMap.GRAY
        ? "act.montage(%s)".formatted(scale)
        : "Montage.of(act.tensor()).withScale(%s)%s.render()".formatted(scale, colours());
  }

  private String colours() {
    return shown.map() == ColorMap.GRAY
        ? ""
        : ".withColorMap(ColorMap.%s)".formatted(shown.map().name());
  }

  private String scale() {
    return SCALES.getOrDefault(
        shown.scaleText(), "Scale.parse(%s)".formatted(Quoted.java(shown.scaleText())));
  }

  /** The selected channel by itself, where there is one. */
  private List<String> channel() {
    return shown.channel().map(this::channel).orElse(List.of());
  }

  private List<String> channel(int which) {
    Shape shape = shown.activation().shape();
    int times = Shown.times(shape);
    return List.of(
        "var channel = Montage.of(act.channel(%d).tensor()).withScale(%s)%s;"
            .formatted(which, scaleOf(which), colours()),
        "channel.withThumbnailSize(%d, %d).render().write(Path.of(%s));"
            .formatted(
                shape.height() * times,
                shape.width() * times,
                Quoted.java(name(".png", "channel-" + (which + 1)))));
  }

  private String scaleOf(int which) {
    Limits limits = shown.limits(which);
    return limits.least() < limits.greatest()
        ? "Scale.range(%s, %s)".formatted(limits.least(), limits.greatest())
        : "Scale.none()";
  }

  private Optional<String> sample() {
    return Inputs.sample(input.id()).map(SampleInput::name);
  }

  /** Where the input lies: a file that a page sent is named as it was there. */
  private String file() {
    return Inputs.isOfStart(input.id()) ? input.file().toString() : input.name();
  }

  private String montageName() {
    return name(".png", "montage");
  }

  private String name(String ending, String... more) {
    return Download.name(
        ending,
        shown.look().net().name(),
        shown.layer(),
        String.join("-", more).toLowerCase(Locale.ROOT));
  }
}
