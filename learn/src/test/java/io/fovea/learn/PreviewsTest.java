package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fovea.image.Picture;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewsTest {
  @TempDir Path root;

  private Picture montage(long seed) {
    DrawnPictures.folder(root, "ants", 3);
    DrawnPictures.folder(root, "bees", 3);
    return Previews.montage(ImageDatastore.of(root), Augmentation.standard(), 4, 2, 10, 12, seed);
  }

  @Test
  void aRowIsAnOriginalAndItsVariants() {
    // 4 rows of 10 with gaps of 4; 3 columns of 12 with a gap of 4, and 16 after the first.
    assertThat(montage(1)).hasToString("60 × 64 × 3");
  }

  @Test
  void theOriginalStandsFirst() {
    DrawnPictures.write(root, "ants/one.png", DrawnPictures.flat(10, 12, 1, 2, 3));
    var sheet = Previews.montage(ImageDatastore.of(root), Augmentation.NONE, 9, 0, 10, 12, 1);
    assertThat(sheet).hasToString("18 × 20 × 3");
    assertThat(sheet.crop(4, 4, 10, 12)).isEqualTo(DrawnPictures.flat(10, 12, 1, 2, 3));
  }

  @Test
  void theSameSeedGivesTheSamePreview() {
    assertThat(montage(1)).isEqualTo(montage(1)).isNotEqualTo(montage(2));
  }

  @Test
  void aPreviewOfNothingIsRefused() {
    DrawnPictures.folder(root, "ants", 1);
    var datastore = ImageDatastore.of(root);
    assertThatThrownBy(() -> Previews.montage(datastore, Augmentation.NONE, 0, 1, 8, 8, 1))
        .isInstanceOf(DatastoreException.class)
        .hasMessage(
            "a preview shows 1 or more pictures, 0 or more variants of each and tiles of 1 × 1 or more, but asked for are 0, 1 and 8 × 8");
  }
}
