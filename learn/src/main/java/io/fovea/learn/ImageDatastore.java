package io.fovea.learn;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A labelled collection of picture files, read only when a picture is needed.
 *
 * <p>A file's label is the name of the folder it lies in; or what a CSV says. Immutable; any number
 * of threads may use one at once.
 */
public final class ImageDatastore {
  /** Endings of the files that {@link io.fovea.image.PictureReader} reads. */
  private static final List<String> EXTENSIONS =
      List.of("jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "webp", "tif", "tiff");

  private final List<LabelledFile> files;
  private final List<String> classes;
  private final List<LabelledFile> candidates;

  private ImageDatastore(
      List<LabelledFile> files, List<String> classes, List<LabelledFile> candidates) {
    this.files = List.copyOf(files);
    this.classes = List.copyOf(classes);
    this.candidates = candidates;
  }

  private static ImageDatastore of(List<LabelledFile> files, List<LabelledFile> candidates) {
    var classes = files.stream().map(LabelledFile::label).distinct().sorted().toList();
    return new ImageDatastore(files, classes, candidates);
  }

  /**
   * The pictures of a folder (see {@link #of(Path...)}), or those that a CSV lists (see {@link
   * #ofCsv}).
   *
   * @param place a folder, or a file that ends in {@code .csv}
   * @throws DatastoreException as they do
   */
  public static ImageDatastore at(Path place) {
    boolean csv = place.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    return csv && !Files.isDirectory(place) ? ofCsv(place) : of(place);
  }

  /**
   * The pictures in and below folders, folder after folder, by name. Hidden files and folders are
   * left out, and files whose names don't end as those of pictures (see {@link #withExtensions}).
   *
   * @throws DatastoreException if a folder can't be read, or there is no picture
   */
  public static ImageDatastore of(Path... folders) {
    if (folders.length == 0) {
      throw new DatastoreException("no folder is named; name one that holds a folder a class");
    }
    var candidates =
        Stream.of(folders).flatMap(folder -> FolderListing.of(folder).stream()).toList();
    var where = Stream.of(folders).map(Path::toString).collect(Collectors.joining(", "));
    return of(ending(candidates, EXTENSIONS, where), candidates);
  }

  /**
   * The pictures listed in a CSV: a line each, its path and its label. A relative path starts from
   * the CSV's own folder; a header {@code path,label} may stand first; cells may be quoted.
   *
   * @throws DatastoreException if the file can't be read, a line is not so, or there is none
   */
  public static ImageDatastore ofCsv(Path csv) {
    var files = CsvListing.of(csv);
    if (files.isEmpty()) {
      throw new DatastoreException(
          csv + ": no picture is listed; write a line each, as ants/one.jpg,ants");
    }
    return of(files, files);
  }

  /**
   * Only files whose names end so, whatever endings were chosen before.
   *
   * @param extensions such as {@code jpg} or {@code .png}, whatever the case
   * @throws DatastoreException if there is none
   */
  public ImageDatastore withExtensions(String... extensions) {
    var wanted =
        Arrays.stream(extensions)
            .map(extension -> extension.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
            .toList();
    return of(ending(candidates, wanted, "the datastore"), candidates);
  }

  private static List<LabelledFile> ending(
      List<LabelledFile> candidates, List<String> extensions, String where) {
    var files =
        candidates.stream().filter(each -> extensions.contains(extension(each.file()))).toList();
    if (files.isEmpty()) {
      throw new DatastoreException(
          where
              + ": there is no picture ("
              + String.join(", ", extensions)
              + "); name a folder that holds one folder of pictures a class");
    }
    return files;
  }

  /** Whether a datastore takes this file for a picture, by the ending of its name. */
  public static boolean reads(Path file) {
    return EXTENSIONS.contains(extension(file));
  }

  private static String extension(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * The same files with the classes of a network, in its order, some perhaps without any file.
   *
   * @throws DatastoreException if a file's label isn't among them
   */
  public ImageDatastore withClasses(List<String> newClasses) {
    Set<String> known = new HashSet<>(newClasses);
    for (var file : files) {
      if (!known.contains(file.label())) {
        throw new DatastoreException(
            "%s: its label \"%s\" isn't one of the %d classes of the network; rename its folder or leave it out"
                .formatted(file.file(), file.label(), newClasses.size()));
      }
    }
    return new ImageDatastore(files, newClasses, candidates);
  }

  /**
   * The same datastore, where it can teach: with two classes or more.
   *
   * @throws DatastoreException if all files have one label
   */
  public ImageDatastore requireTwoClasses() {
    if (classes.size() < 2) {
      throw new DatastoreException(
          "all %,d pictures are labelled \"%s\"; training needs two classes or more, so name a folder that holds a folder of each"
              .formatted(size(), classes.get(0)));
    }
    return this;
  }

  /** The files in order. */
  public List<LabelledFile> files() {
    return files;
  }

  /** The classes, sorted by name unless a network's were given. */
  public List<String> classes() {
    return classes;
  }

  /** How many files there are. */
  public int size() {
    return files.size();
  }

  /** How many files each class has, in the order of the classes. */
  public Map<String, Integer> countEachLabel() {
    var counts = new LinkedHashMap<String, Integer>();
    classes.forEach(label -> counts.put(label, 0));
    files.forEach(file -> counts.merge(file.label(), 1, Integer::sum));
    return counts;
  }

  /** Two datastores of the same classes. */
  public record Split(ImageDatastore first, ImageDatastore second) {}

  /**
   * The first files of each label, and the others.
   *
   * @param fraction of each label's files that go to the first, rounded down; over 0 and below 1
   * @throws DatastoreException if it isn't
   */
  public Split splitEachLabel(double fraction) {
    return split(counts(fraction), Permutation.inOrder(size()));
  }

  /**
   * So many first files of each label, and the others.
   *
   * @param count at least 1
   * @throws DatastoreException if it is less, or a label has fewer files
   */
  public Split splitEachLabel(int count) {
    return split(counts(count), Permutation.inOrder(size()));
  }

  /**
   * As {@link #splitEachLabel(double)}, the first files chosen at random; all stay in order.
   *
   * @param seed the same seed chooses the same files
   */
  public Split splitEachLabel(double fraction, long seed) {
    return split(counts(fraction), Permutation.of(size(), new SplittableRandom(seed)));
  }

  /**
   * As {@link #splitEachLabel(int)}, the first files chosen at random; all stay in order.
   *
   * @param seed the same seed chooses the same files
   */
  public Split splitEachLabel(int count, long seed) {
    return split(counts(count), Permutation.of(size(), new SplittableRandom(seed)));
  }

  private Map<String, Integer> counts(double fraction) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new DatastoreException(
          "a datastore is split at a fraction between 0 and 1, such as 0.8, but not at "
              + fraction);
    }
    var counts = countEachLabel();
    counts.replaceAll((label, count) -> (int) Math.floor(count * fraction + 1e-9));
    return counts;
  }

  private Map<String, Integer> counts(int wanted) {
    if (wanted < 1) {
      throw new DatastoreException(
          "a datastore is split at 1 or more files of each label, but not at " + wanted);
    }
    var counts = countEachLabel();
    counts.forEach(
        (label, count) -> {
          if (count < wanted) {
            throw new DatastoreException(
                "%,d files of each label are asked for, but \"%s\" has only %,d; ask for fewer or for a fraction"
                    .formatted(wanted, label, count));
          }
        });
    counts.replaceAll((label, count) -> wanted);
    return counts;
  }

  /** The first files of each label in the order of choice, and the others; both in our order. */
  private Split split(Map<String, Integer> counts, int[] choice) {
    var left = new LinkedHashMap<>(counts);
    var chosen = new boolean[size()];
    for (int place : choice) {
      chosen[place] = left.merge(files.get(place).label(), -1, Integer::sum) >= 0;
    }
    var first = new ArrayList<LabelledFile>();
    var second = new ArrayList<LabelledFile>();
    for (int place = 0; place < chosen.length; place++) {
      (chosen[place] ? first : second).add(files.get(place));
    }
    return new Split(
        new ImageDatastore(first, classes, first), new ImageDatastore(second, classes, second));
  }

  /**
   * The same files in a random order.
   *
   * @param seed the same seed gives the same order
   */
  public ImageDatastore shuffle(long seed) {
    var order = Permutation.of(size(), new SplittableRandom(seed));
    var shuffled = Arrays.stream(order).mapToObj(files::get).toList();
    return new ImageDatastore(shuffled, classes, shuffled);
  }

  /** How much there is: {@code 8,677 pictures of 101 classes}. */
  @Override
  public String toString() {
    return "%,d pictures of %,d classes".formatted(size(), classes.size());
  }
}
