package io.fovea.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.image.Picture;
import io.fovea.image.PictureReader;
import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * What a browser saves.
 *
 * @param folder where
 * @param waiting gives what waits, for this to happen
 */
record Downloads(Path folder, Function<String, WebDriverWait> waiting) {

  /** Waits for a whole file of this ending. */
  Path file(String ending) {
    return waiting
        .apply("for a download *" + ending)
        .until(
            any ->
                Stream.of(folder.toFile().listFiles())
                    .map(File::toPath)
                    .filter(each -> each.toString().endsWith(ending))
                    .findFirst()
                    .orElse(null));
  }

  /** Waits for a picture that shows more than one colour. */
  Picture picture() {
    Picture png = PictureReader.read(file(".png"));
    var colours = new HashSet<List<Integer>>();
    for (int row = 0; row < png.height(); row++) {
      for (int column = 0; column < png.width(); column++) {
        int x = column;
        int y = row;
        colours.add(IntStream.range(0, 3).mapToObj(part -> png.sample(y, x, part)).toList());
      }
    }
    assertThat(colours).as("colours").hasSizeGreaterThan(20);
    return png;
  }
}
