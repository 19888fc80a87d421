package io.fovea.app;

import io.fovea.Input;
import io.fovea.LayerActivation;
import io.fovea.Net;
import io.fovea.image.ColorMap;
import io.fovea.image.Limits;
import io.fovea.image.Montage;
import io.fovea.image.Scale;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one picture of all channels of an activation. */
@Command(
    name = "montage",
    description = "Tile all channels of a layer's activation in one picture.",
    customSynopsis = {
      "fovea montage MODEL INPUT LAYER -o FILE.png",
      "                     [--scale layer|channel|none|MIN:MAX|LOW%%:HIGH%%|symmetric]",
      "                     [--grid RxC] [--colormap NAME] [--border N] [--threads N]"
    },
    sortOptions = false,
    footer = {
      "",
      "An array as INPUT (.npy .npz .csv .mat) is fed as it is: C × H × W of the",
      "network's channels, or n × m, repeated for each channel."
    })
final class MontageCommand extends Subcommand {
  @Parameters(index = "0", paramLabel = "MODEL", description = "A model's name or path.")
  private String model = "";

  @Parameters(index = "1", paramLabel = "INPUT", description = "A picture or an array.")
  private Path input = Path.of("");

  @Parameters(
      index = "2",
      paramLabel = "LAYER",
      description = "A layer's name, as analyze shows it.")
  private String layer = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.png",
      required = true,
      description = "The picture to write.")
  private Path output = Path.of("");

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      defaultValue = "layer",
      converter = ScaleConverter.class,
      description = {
        "What black and white stand for (default: ${DEFAULT-VALUE}):",
        "layer: the layer's least and greatest value,",
        "channel: those of each channel,",
        "none: 0 and 1,",
        "MIN:MAX: these two numbers,",
        "LOW%%:HIGH%%: these percentiles of the layer,",
        "symmetric: equally far below and above 0."
      })
  private Scale scale = Scale.layer();

  @Option(
      names = "--grid",
      paramLabel = "RxC",
      converter = Sides.Converter.class,
      description = "Rows and columns of tiles (default: near to square).")
  private Optional<Sides> grid = Optional.empty();

  @Option(
      names = "--colormap",
      paramLabel = "NAME",
      defaultValue = "gray",
      converter = ColorMapConverter.class,
      description = {"gray, viridis, turbo, diverging or signed", "(default: ${DEFAULT-VALUE})."})
  private ColorMap colorMap = ColorMap.GRAY;

  @Option(
      names = "--border",
      paramLabel = "N",
      defaultValue = "0",
      description = "Pixels round each tile (default: ${DEFAULT-VALUE}).")
  private int border;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  MontageCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    check(
        output.toString().toLowerCase(Locale.ROOT).endsWith(".png"),
        "-o %s: a montage is written as PNG, so name it FILE.png".formatted(output));
    check(border >= 0, "--border must be at least 0, not " + border);
    try (Net net = open(model, threads)) {
      LayerActivation activation = net.activations(Input.of(input), layer);
      Montage montage = montage(activation);
      montage.render().write(output);
      print(
          "%s, %s%s, in %s"
              .formatted(activation, hidden(activation), shown(montage.limits()), output));
      return ExitCode.OK;
    }
  }

  /** How many channels a grid that is too small leaves out; nothing where it shows them all. */
  private String hidden(LayerActivation activation) {
    int channels = activation.shape().channels();
    long tiles = grid.map(sides -> (long) sides.first() * sides.second()).orElse((long) channels);
    return tiles < channels ? "the first %d of %d channels, ".formatted(tiles, channels) : "";
  }

  /** What black and white stand for. */
  private static String shown(List<Limits> limits) {
    return limits.stream().distinct().count() == 1
        ? "shown from " + (float) limits.get(0).least() + " to " + (float) limits.get(0).greatest()
        : "each channel on its own scale";
  }

  private Montage montage(LayerActivation activation) {
    int batch = activation.shape().batch();
    if (batch != 1) {
      throw new CommandException(
          "%s: holds %d items, but a montage shows one; give each a file of its own"
              .formatted(input, batch));
    }
    Montage montage =
        Montage.of(activation.tensor()).withScale(scale).withColorMap(colorMap).withBorder(border);
    return grid.map(sides -> montage.withGrid(sides.first(), sides.second())).orElse(montage);
  }

  /** The scale's name on the command line. */
  static final class ScaleConverter extends ParsedConverter<Scale> {
    ScaleConverter() {
      super(Scale::parse);
    }
  }

  /** The colour map's name on the command line. */
  static final class ColorMapConverter extends ParsedConverter<ColorMap> {
    ColorMapConverter() {
      super(ColorMap::parse);
    }
  }
}
