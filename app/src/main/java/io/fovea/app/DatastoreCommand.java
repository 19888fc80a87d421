package io.fovea.app;

import io.fovea.image.PictureReader;
import io.fovea.learn.Augmentation;
import io.fovea.learn.ImageDatastore;
import io.fovea.learn.LabelledFile;
import io.fovea.learn.Previews;
import io.fovea.tensor.FoveaException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a folder of labelled pictures holds. */
@Command(
    name = "datastore",
    description = "Count the pictures of each class, and name the broken ones.",
    customSynopsis = {"fovea datastore FOLDER [--preview FILE.png] [--augment HOW] [--seed N]"},
    sortOptions = false,
    footer = {"", "Exit code 1 where a picture can't be read."})
final class DatastoreCommand extends Subcommand {
  private static final int ROWS = 6;
  private static final int VARIANTS = 6;
  private static final int TILE = 160;

  @Parameters(
      paramLabel = "FOLDER",
      description = "A folder that holds a folder of pictures a class, or a CSV: path, label.")
  private Path folder = Path.of("");

  @Option(
      names = "--preview",
      paramLabel = "FILE.png",
      description = "Six pictures, each beside six of its variants.")
  private Optional<Path> preview = Optional.empty();

  @Option(
      names = "--augment",
      paramLabel = "HOW",
      defaultValue = "standard",
      converter = RecipeOptions.AugmentationConverter.class,
      description = "How the preview varies them; see train (default: ${DEFAULT-VALUE}).")
  private Augmentation augmentation = Augmentation.standard();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of what the preview shows (default: ${DEFAULT-VALUE}).")
  private long seed;

  DatastoreCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    check(
        preview.stream().allMatch(file -> file.toString().matches("(?i).*\\.png")),
        "--preview: it is written as PNG, so name it FILE.png");
    preview.ifPresent(Subcommand::requireFolderOf);
    ImageDatastore pictures = ImageDatastore.at(folder);
    printCounts(pictures.countEachLabel(), pictures.size());
    surroundings().out().flush();
    List<String> faults = faults(pictures);
    faults.forEach(new QuietProgress(surroundings().err())::say);
    preview.ifPresent(
        file ->
            Previews.montage(pictures, augmentation, ROWS, VARIANTS, TILE, TILE, seed).write(file));
    return faults.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void printCounts(Map<String, Integer> counts, int all) {
    int width = Math.max(5, counts.keySet().stream().mapToInt(String::length).max().orElse(0));
    String row = "%-" + width + "s  %,9d";
    print(String.format(Locale.ROOT, "%-" + width + "s  %9s", "class", "pictures"));
    counts.forEach((label, count) -> print(String.format(Locale.ROOT, row, label, count)));
    print(String.format(Locale.ROOT, row, "all", all));
  }

  /** Reads every picture, on all cores. */
  private static List<String> faults(ImageDatastore pictures) {
    return pictures.files().parallelStream().flatMap(DatastoreCommand::fault).toList();
  }

  private static Stream<String> fault(LabelledFile file) {
    try {
      PictureReader.read(file.file());
      return Stream.empty();
    } catch (FoveaException e) {
      return Stream.of(e.getMessage());
    }
  }
}
