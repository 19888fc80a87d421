package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.fovea.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageDatastoreTest {
  @TempDir Path root;

  private ImageDatastore antsAndBees() {
    DrawnPictures.folder(root, "bees", 4);
    DrawnPictures.folder(root, "ants", 6);
    return ImageDatastore.of(root);
  }

  private static List<String> names(ImageDatastore datastore) {
    return datastore.files().stream()
        .map(file -> file.label() + "/" + file.file().getFileName())
        .toList();
  }

  @Test
  void aPictureIsKnownByTheEndOfItsName() {
    assertThat(ImageDatastore.reads(Path.of("ants", "one.JPG"))).isTrue();
    assertThat(ImageDatastore.reads(Path.of("ants", "notes.txt"))).isFalse();
  }

  @Test
  void aFolderIsALabel() {
    var datastore = antsAndBees();
    assertThat(datastore.classes()).containsExactly("ants", "bees");
    assertThat(datastore.countEachLabel()).containsExactly(entry("ants", 6), entry("bees", 4));
    assertThat(datastore).hasToString("10 pictures of 2 classes");
  }

  @Test
  void severalFoldersAreReadOneAfterAnother() {
    antsAndBees();
    var datastore = ImageDatastore.of(root.resolve("bees"), root.resolve("ants"));
    assertThat(names(datastore)).startsWith("bees/0.png").endsWith("ants/5.png").hasSize(10);
  }

  @Test
  void theFolderNextToAPictureGivesItsLabel() {
    DrawnPictures.folder(root.resolve("insects"), "ants", 1);
    DrawnPictures.folder(root, "insects", 1);
    assertThat(names(ImageDatastore.of(root))).containsExactly("insects/0.png", "ants/0.png");
  }

  @Test
  void hiddenFilesAndFoldersAreLeftOut() {
    DrawnPictures.folder(root, "ants", 1);
    DrawnPictures.folder(root, ".thumbnails", 1);
    DrawnPictures.writeBroken(root, "ants/._0.png");
    assertThat(names(ImageDatastore.of(root))).containsExactly("ants/0.png");
  }

  @Test
  void filesThatAreNoPicturesByNameAreLeftOut() {
    DrawnPictures.folder(root, "ants", 1);
    DrawnPictures.writeBroken(root, "ants/notes.txt");
    DrawnPictures.writeBroken(root, "ants/Thumbs.db");
    assertThat(ImageDatastore.of(root).size()).isEqualTo(1);
  }

  @Test
  void extensionsChooseFilesWhateverTheirCase() {
    DrawnPictures.folder(root, "ants", 2);
    DrawnPictures.writeBroken(root, "ants/one.GIF");
    DrawnPictures.writeBroken(root, "ants/two.raw");
    var datastore = ImageDatastore.of(root);
    assertThat(names(datastore)).containsExactly("ants/0.png", "ants/1.png", "ants/one.GIF");
    assertThat(names(datastore.withExtensions(".gif"))).containsExactly("ants/one.GIF");
    assertThat(names(datastore.withExtensions("raw", "png"))).contains("ants/two.raw").hasSize(3);
  }

  @Test
  void aFractionOfEachLabelIsRoundedDown() {
    var split = antsAndBees().splitEachLabel(0.7); // 6 · 0.7 = 4.2, 4 · 0.7 = 2.8
    assertThat(split.first().countEachLabel()).containsExactly(entry("ants", 4), entry("bees", 2));
    assertThat(names(split.first())).startsWith("ants/0.png", "ants/1.png", "ants/2.png");
    assertThat(names(split.second()))
        .containsExactly("ants/4.png", "ants/5.png", "bees/2.png", "bees/3.png");
  }

  @Test
  void aFractionThatBinaryNumbersMissIsMeantAsWritten() {
    DrawnPictures.folder(root, "ants", 100);
    var split = ImageDatastore.of(root).splitEachLabel(0.29); // 100 · 0.29 = 28.999999999999996
    assertThat(split.first().size()).isEqualTo(29);
  }

  @Test
  void aCountOfEachLabelIsTaken() {
    var split = antsAndBees().splitEachLabel(3);
    assertThat(split.first().countEachLabel()).containsExactly(entry("ants", 3), entry("bees", 3));
    assertThat(split.second().countEachLabel()).containsExactly(entry("ants", 3), entry("bees", 1));
  }

  @Test
  void aHalfWithoutFilesOfAClassStillKnowsIt() {
    var split = antsAndBees().splitEachLabel(4);
    assertThat(split.second().countEachLabel()).containsExactly(entry("ants", 2), entry("bees", 0));
  }

  @Test
  void aRandomSplitIsTheSameForTheSameSeed() {
    var datastore = antsAndBees();
    var split = datastore.splitEachLabel(0.5, 1);
    assertThat(names(datastore.splitEachLabel(0.5, 1).first())).isEqualTo(names(split.first()));
    assertThat(names(datastore.splitEachLabel(0.5, 2).first())).isNotEqualTo(names(split.first()));
    assertThat(split.first().countEachLabel()).containsExactly(entry("ants", 3), entry("bees", 2));
    assertThat(names(split.first())).isSorted().doesNotContainAnyElementsOf(names(split.second()));
  }

  @Test
  void moreFilesThanALabelHasAreRefused() {
    var datastore = antsAndBees();
    assertThatThrownBy(() -> datastore.splitEachLabel(5))
        .isInstanceOf(DatastoreException.class)
        .hasMessage(
            "5 files of each label are asked for, but \"bees\" has only 4; ask for fewer or for a fraction");
  }

  @Test
  void aFractionOfOneIsRefused() {
    var datastore = antsAndBees();
    assertThatThrownBy(() -> datastore.splitEachLabel(1.0))
        .isInstanceOf(DatastoreException.class)
        .hasMessage(
            "a datastore is split at a fraction between 0 and 1, such as 0.8, but not at 1.0");
  }

  @Test
  void shufflingKeepsAllFiles() {
    var datastore = antsAndBees();
    assertThat(names(datastore.shuffle(5)))
        .isEqualTo(names(datastore.shuffle(5)))
        .isNotEqualTo(names(datastore))
        .containsExactlyInAnyOrderElementsOf(names(datastore));
  }

  @Test
  void aCsvListsPathsAndLabels() throws IOException {
    var csv =
        Files.writeString(
            root.resolve("list.csv"),
            "path,label\none.png,ant\n\"a, b.png\",\"a \"\"bee\"\"\"\n\n");
    assertThat(ImageDatastore.at(csv).files()).isEqualTo(ImageDatastore.ofCsv(csv).files());
    assertThat(ImageDatastore.ofCsv(csv).files())
        .containsExactly(
            new LabelledFile(root.resolve("one.png"), "ant"),
            new LabelledFile(root.resolve("a, b.png"), "a \"bee\""));
  }

  @Test
  void aCsvLineOfOneCellIsNamed() throws IOException {
    var csv = Files.writeString(root.resolve("list.csv"), "one.png,ant\ntwo.png\n");
    assertThatThrownBy(() -> ImageDatastore.ofCsv(csv))
        .isInstanceOf(DatastoreException.class)
        .hasMessage(csv + ": line 2 isn't a path and a label; write one as ants/one.jpg,ants");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    var missing = root.resolve("missing");
    assertThatThrownBy(() -> ImageDatastore.of(missing))
        .isInstanceOf(DatastoreException.class)
        .hasMessage(missing + ": there is no such folder; check its name");
  }

  @Test
  void aFileInPlaceOfAFolderIsNamed() {
    var file = DrawnPictures.writeBroken(root, "one.png");
    assertThatThrownBy(() -> ImageDatastore.of(file))
        .isInstanceOf(DatastoreException.class)
        .hasMessage(
            file + ": this is a file; name a folder that holds one folder of pictures a class");
  }

  @Test
  void anEmptyFolderIsNamed() {
    assertThatThrownBy(() -> ImageDatastore.of(root))
        .isInstanceOf(DatastoreException.class)
        .hasMessage(
            root
                + ": there is no picture (jpg, jpeg, jpe, jfif, png, gif, bmp, webp, tif, tiff); name a folder that holds one folder of pictures a class");
  }

  @Test
  void oneClassTeachesNothing() {
    DrawnPictures.folder(root, "ants", 3);
    var datastore = ImageDatastore.of(root);
    assertThatThrownBy(datastore::requireTwoClasses)
        .isInstanceOf(DatastoreException.class)
        .hasMessage(
            "all 3 pictures are labelled \"ants\"; training needs two classes or more, so name a folder that holds a folder of each");
  }

  @Test
  void aNetworksClassesGiveTheOrder() {
    var datastore = antsAndBees().withClasses(List.of("wasps", "bees", "ants"));
    assertThat(datastore.countEachLabel())
        .containsExactly(entry("wasps", 0), entry("bees", 4), entry("ants", 6));
  }

  @Test
  void aLabelThatTheNetworkDoesNotKnowIsNamed() {
    var datastore = antsAndBees();
    assertThatThrownBy(() -> datastore.withClasses(List.of("ants", "wasps")))
        .isInstanceOf(DatastoreException.class)
        .hasMessage(
            root.resolve("bees/0.png")
                + ": its label \"bees\" isn't one of the 2 classes of the network; rename its folder or leave it out");
  }

  @Test
  void caltech101Has8677PicturesOf101Classes() {
    var datastore = ImageDatastore.of(SharedData.require("data/caltech101"));
    assertThat(datastore).hasToString("8,677 pictures of 101 classes");
    assertThat(datastore.countEachLabel())
        .containsEntry("Faces", 435)
        .containsEntry("Faces_easy", 435);
  }

  @Test
  void theStrayGifOfHymenopteraIsAPictureUntilJpegIsAskedFor() {
    var train = ImageDatastore.of(SharedData.require("data/hymenoptera/train"));
    assertThat(train.size()).isEqualTo(245);
    assertThat(train.withExtensions("jpg", "jpeg").size()).isEqualTo(244);
    assertThat(ImageDatastore.of(SharedData.require("data/hymenoptera/val")).size()).isEqualTo(153);
  }
}
