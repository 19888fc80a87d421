package io.fovea.app;

import io.fovea.Fovea;
import io.fovea.Input;
import io.fovea.LayerActivation;
import io.fovea.Net;
import io.fovea.Prediction;
import io.fovea.image.OutputFile;
import io.fovea.image.Picture;
import io.fovea.image.SampleInput;
import io.fovea.image.Scale;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows at once what Fovea is for. */
@Command(
    name = "demo",
    description = "Look into SqueezeNet with a drawn face: layers, montages, scores.",
    customSynopsis = {"fovea demo [FOLDER] [--threads N]"},
    sortOptions = false)
final class DemoCommand extends Subcommand {
  private static final String MODEL = "squeezenet";
  private static final int TOP = 5;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      defaultValue = "fovea-demo",
      description = "Where pictures go (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("");

  @Mixin private ThreadsOption threads = new ThreadsOption();

  DemoCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    SamplesCommand.make(folder);
    try (Net net = open(MODEL, threads)) {
      writeAnalysis(net);
      Picture face = SampleInput.FACE.picture();
      write(face, "face.png", "the input, drawn by code");
      writeMontages(net, face);
      print("");
      print("what %s takes the face for:".formatted(net.name()));
      for (Prediction each : net.classify(face).top(TOP)) {
        print(String.format(Locale.ROOT, "  %.4f  %s", each.score(), each.label()));
      }
    }
    return ExitCode.OK;
  }

  private void writeAnalysis(Net net) {
    byte[] table = (net.analyze() + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("layers.txt");
    OutputFile.write(file, out -> out.write(table));
    print("%s: the %d layers of %s".formatted(file, net.network().layers().size(), net.name()));
  }

  private void writeMontages(Net net, Picture face) {
    String conv = "conv1";
    String relu = net.network().consumers(net.network().layer(conv)).get(0).name();
    String pool = "pool1";
    Map<String, LayerActivation> activations =
        net.activations(Input.of(face), List.of(conv, relu, pool));
    write(
        activations.get(conv).montage(Scale.none()),
        "conv1-raw.png",
        "the activation of conv1 as it is: below 0 is black, above 1 white");
    write(
        activations.get(conv).montage(Fovea.mat2gray()),
        "conv1.png",
        "the same, its least value black and its greatest white (mat2gray)");
    write(
        activations.get(relu).montage(Fovea.mat2gray()),
        "relu-conv1.png",
        "the ReLU behind it (%s), mat2gray".formatted(relu));
    write(activations.get(pool).montage(Fovea.mat2gray()), "pool1.png", "pool1, mat2gray");
  }

  private void write(Picture picture, String name, String what) {
    Path file = folder.resolve(name);
    picture.write(file);
    print("%s: %s".formatted(file, what));
  }
}
