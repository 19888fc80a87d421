package io.fovea.bench;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Processes that start, classify one photograph, and end. All start with the same flags and from an
 * archive of their classes: Fovea's launcher leaves one at its first run, and the peers are given
 * theirs here.
 */
final class ColdStart {
  /** As Fovea's launcher gives them. */
  private static final List<String> QUICK_START =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xlog:disable");

  private ColdStart() {}

  /**
   * Fovea's launcher, and the peers' smallest programs.
   *
   * @throws BenchException if the launcher is no program, or a peer's classes can't be archived
   */
  static List<Candidate> candidates(
      Model model, Path photo, Path launcher, int threads, boolean pyTorch) {
    var all = new ArrayList<Candidate>();
    all.add(fovea(model, photo, launcher, threads));
    all.add(peer(OnnxRuntime.NAME, OnnxRuntimeStart.class, model, photo, threads));
    if (pyTorch) {
      all.add(peer(PyTorch.NAME, PyTorchStart.class, model, photo, threads));
    }
    return all;
  }

  private static Candidate fovea(Model model, Path photo, Path launcher, int threads) {
    if (!Files.isRegularFile(launcher) || !Files.isExecutable(launcher)) {
      throw new BenchException(
          "%s is no program; pass Fovea's launcher with --launcher".formatted(launcher));
    }
    var builder =
        new ProcessBuilder(
            launcher.toString(),
            "classify",
            model.name(),
            photo.toString(),
            "--format",
            "json",
            "--threads",
            String.valueOf(threads));
    builder.environment().put("FOVEA_MODELS", model.models().toString());
    return new ProcessCandidate(FoveaPlan.NAME, builder, ColdStart::classInJson);
  }

  private static Candidate peer(
      String name, Class<?> program, Model model, Path photo, int threads) {
    var arguments = List.of(model.file().toString(), photo.toString(), String.valueOf(threads));
    var environment = Relaunch.openMp(threads);
    var archive = ClassArchive.of(program, QUICK_START, environment, arguments);
    var flags = new ArrayList<>(QUICK_START);
    flags.add(archive.flag());
    var builder = Relaunch.process(program, flags, environment, arguments);
    return new Archived(
        new ProcessCandidate(name, builder, output -> Integer.parseInt(output.strip())), archive);
  }

  /** A program, and the archive that it starts from. */
  private record Archived(Candidate program, ClassArchive archive) implements Candidate {
    @Override
    public String name() {
      return program.name();
    }

    @Override
    public float[] run() {
      return program.run();
    }

    @Override
    public void close() {
      archive.close();
    }
  }

  private static int classInJson(String output) {
    return JsonParser.parseString(output)
        .getAsJsonObject()
        .getAsJsonArray("predictions")
        .get(0)
        .getAsJsonObject()
        .get("index")
        .getAsInt();
  }
}
