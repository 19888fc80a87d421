package io.fovea.learn;

import io.fovea.network.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The size of the pictures that a network is trained on, from epoch to epoch: smaller ones first
 * make a training shorter.
 *
 * @param stages in the order of their epochs, the first from epoch 0; none for the network's own
 *     size throughout
 */
public record SizeSchedule(List<Stage> stages) {
  /**
   * A size and when it begins.
   *
   * @param epoch from which epoch on, counted from 0
   * @param size rows and columns
   */
  public record Stage(int epoch, Size size) {}

  private static final String EXAMPLE = "96@0,128@30,160@60";

  /**
   * Checks and copies.
   *
   * @throws TrainingException if there are stages and the first doesn't begin at 0, or one doesn't
   *     begin behind the one before it
   */
  public SizeSchedule {
    stages = List.copyOf(stages);
    int last = -1;
    for (Stage stage : stages) {
      if (stage.epoch <= last || last == -1 && stage.epoch != 0) {
        throw new TrainingException(
            "sizes must begin at epoch 0 and follow each other, but one begins at epoch %d; write them as in %s"
                .formatted(stage.epoch, EXAMPLE));
      }
      last = stage.epoch;
    }
  }

  /** The network's own size throughout. */
  public static SizeSchedule standard() {
    return new SizeSchedule(List.of());
  }

  /**
   * Reads {@code 96@0,128@30,160@60} (160 rows and columns from epoch 60 on), or {@code 96}; {@code
   * 96x128} is 96 rows and 128 columns; nothing is the network's own size.
   *
   * @throws TrainingException if it is written otherwise, or as {@link #SizeSchedule}
   */
  public static SizeSchedule parse(String text) {
    var stages = new ArrayList<Stage>();
    for (String part : text.isBlank() ? new String[0] : text.split(",")) {
      String[] sizeAndEpoch = part.strip().split("@", 2);
      String epoch = sizeAndEpoch.length == 1 ? "0" : sizeAndEpoch[1];
      stages.add(new Stage(Numbers.parseWhole(epoch, text, EXAMPLE), size(sizeAndEpoch[0], text)));
    }
    return new SizeSchedule(stages);
  }

  private static Size size(String text, String whole) {
    String[] sides = text.toLowerCase(Locale.ROOT).split("x", 2);
    int height = Numbers.parseWhole(sides[0], whole, EXAMPLE);
    return new Size(
        height, sides.length == 1 ? height : Numbers.parseWhole(sides[1], whole, EXAMPLE));
  }

  /** The size in an epoch, counted from 0; none for the network's own. */
  public Optional<Size> at(int epoch) {
    Optional<Size> size = Optional.empty();
    for (Stage stage : stages) {
      if (stage.epoch <= epoch) {
        size = Optional.of(stage.size);
      }
    }
    return size;
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return stages.stream()
        .map(stage -> text(stage.size) + "@" + stage.epoch)
        .collect(Collectors.joining(","));
  }

  private static String text(Size size) {
    return size.height() == size.width()
        ? String.valueOf(size.height())
        : size.height() + "x" + size.width();
  }
}
