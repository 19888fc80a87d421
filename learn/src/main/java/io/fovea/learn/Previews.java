package io.fovea.learn;

import io.fovea.image.Affine;
import io.fovea.image.Picture;
import io.fovea.image.PictureReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** Shows what an augmentation makes of a datastore's pictures. */
public final class Previews {
  private static final byte GROUND = 24;
  private static final int GAP = 4;

  /** What sets the originals apart from their variants. */
  private static final int WIDE_GAP = 16;

  /** What tells the generators of variants from those of training. */
  private static final long PREVIEW = -2;

  private Previews() {}

  /**
   * A table of pictures: a row each, the whole original first, then its variants; on a dark ground.
   * The pictures are chosen at random from as many classes as there are, one of each before a
   * second of any.
   *
   * @param pictures rows, at least 1; fewer if the datastore has fewer
   * @param variants columns beside the original, at least 0
   * @param height rows of pixels of each tile, at least 1
   * @param width columns of pixels of each tile, at least 1
   * @param seed the same seed gives the same table
   * @throws io.fovea.tensor.FoveaException if a number is less, or a chosen file is broken, its
   *     name first
   */
  public static Picture montage(
      ImageDatastore datastore,
      Augmentation augmentation,
      int pictures,
      int variants,
      int height,
      int width,
      long seed) {
    if (pictures < 1 || variants < 0 || height < 1 || width < 1) {
      throw new DatastoreException(
          "a preview shows 1 or more pictures, 0 or more variants of each and tiles of 1 × 1 or more, but asked for are %d, %d and %d × %d"
              .formatted(pictures, variants, height, width));
    }
    var chosen = choose(datastore, pictures, seed);
    var sheet = new Sheet(chosen.size(), variants + 1, height, width);
    for (int row = 0; row < chosen.size(); row++) {
      var picture = PictureReader.read(chosen.get(row).file()).toRgb();
      sheet.put(row, 0, whole(picture, height, width));
      for (int variant = 1; variant <= variants; variant++) {
        var random = Seeds.random(seed, PREVIEW, row, variant);
        sheet.put(row, variant, augmentation.apply(picture, height, width, random));
      }
    }
    return sheet.picture();
  }

  /** One file of each class in random order, then a second of each, until there are enough. */
  private static List<LabelledFile> choose(ImageDatastore datastore, int count, long seed) {
    var byClass = new LinkedHashMap<String, List<LabelledFile>>();
    for (var file : datastore.shuffle(seed).files()) {
      byClass.computeIfAbsent(file.label(), label -> new ArrayList<>()).add(file);
    }
    var chosen = new ArrayList<LabelledFile>();
    int wanted = Math.min(count, datastore.size());
    for (int turn = 0; chosen.size() < wanted; turn++) {
      for (var files : byClass.values()) {
        if (turn < files.size() && chosen.size() < wanted) {
          chosen.add(files.get(turn));
        }
      }
    }
    return chosen;
  }

  /** All of the picture, as large as fits. */
  private static Picture whole(Picture picture, int height, int width) {
    double scale = Math.max((double) picture.height() / height, (double) picture.width() / width);
    int rows = (int) Math.max(1, Math.round(picture.height() / scale));
    int columns = (int) Math.max(1, Math.round(picture.width() / scale));
    var planes = new float[3 * rows * columns];
    var map = Affine.scaling((double) picture.width() / columns, (double) picture.height() / rows);
    picture.sample(map, rows, columns, planes, 0);
    return Planes.toPicture(planes, rows, columns, 3);
  }

  /** Tiles of three channels with gaps between. */
  private static final class Sheet {
    private final int height;
    private final int width;
    private final int sheetHeight;
    private final int sheetWidth;
    private final byte[] samples;

    Sheet(int rows, int columns, int height, int width) {
      this.height = height;
      this.width = width;
      this.sheetHeight = GAP + rows * (height + GAP);
      this.sheetWidth = GAP + columns * (width + GAP) + (columns > 1 ? WIDE_GAP - GAP : 0);
      this.samples = new byte[Math.multiplyExact(3 * sheetHeight, sheetWidth)];
      Arrays.fill(samples, GROUND);
    }

    /** Puts a picture into the middle of its tile. */
    void put(int row, int column, Picture picture) {
      int top = GAP + row * (height + GAP) + (height - picture.height()) / 2;
      int left =
          GAP
              + column * (width + GAP)
              + (column > 0 ? WIDE_GAP - GAP : 0)
              + (width - picture.width()) / 2;
      byte[] tile = picture.toBytes();
      int line = 3 * picture.width();
      for (int tileRow = 0; tileRow < picture.height(); tileRow++) {
        int to = 3 * ((top + tileRow) * sheetWidth + left);
        System.arraycopy(tile, tileRow * line, samples, to, line);
      }
    }

    Picture picture() {
      return Picture.of(sheetHeight, sheetWidth, 3, samples);
    }
  }
}
