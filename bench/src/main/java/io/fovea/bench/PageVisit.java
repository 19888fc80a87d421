package io.fovea.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.Keys;

/**
 * What a person does with the page once it is there, each step asked of a page at rest. No step is
 * done again because it was slow; one that fails ends the whole run.
 */
final class PageVisit {
  private static final double MEDIAN = 50;
  private static final double NEARLY_ALL = 95;
  private static final double KILO = 1000;
  private static final double NEW_PICTURE_MS = 150;
  private static final double LAYER_MS = 60;
  private static final double BOX_MS = 400;
  private static final double FIRST_LOAD_KB = 400;

  /** Left, top, right, bottom of boxes, in parts of the picture from its middle. */
  private static final List<double[]> BOXES =
      List.of(
          new double[] {-0.2, -0.3, 0.1, 0.1},
          new double[] {-0.45, -0.45, 0.45, 0.45},
          new double[] {0.1, 0.1, 0.4, 0.4},
          new double[] {-0.05, -0.05, 0.05, 0.05},
          new double[] {-0.4, 0, -0.1, 0.35});

  private final PageBrowser browser;
  private final PageFigures figures;

  PageVisit(PageBrowser browser, PageFigures figures) {
    this.browser = browser;
    this.figures = figures;
  }

  /** What the first load brought, once the page awaits nothing any more. */
  void bytes() {
    browser.rest();
    PageBytes bytes = browser.bytes();
    figures.add(
        "first load, compressed",
        "kB",
        bytes.total() / KILO,
        Optional.of(PageFigure.Goal.atMost(MEDIAN, FIRST_LOAD_KB)));
    figures.add("first load: the page alone", "kB", bytes.page() / KILO, Optional.empty());
    figures.add("first load: what it asked", "kB", bytes.data() / KILO, Optional.empty());
    figures.add("first load: requests", "requests", bytes.requests(), Optional.empty());
  }

  /** Gives the page pictures that its server hasn't seen. */
  void choose(List<Path> pictures) {
    for (Path picture : pictures) {
      PageMoment moment = browser.choose(picture);
      String name = "new picture to scores and all thumbnails";
      figures.time(name, moment.untilPainted(), MEDIAN, NEW_PICTURE_MS);
      figures.time(name + ", frame through", moment.untilShown());
    }
  }

  /** Goes through all layers down, each for the first time with this picture, and up again. */
  void walk() {
    List<String> layers = browser.layers();
    while (!browser.layer().equals(layers.get(0))) {
      browser.stepLayer(Keys.ARROW_UP);
    }
    for (int i = 1; i < layers.size(); i++) {
      layer("layer change to montage, first time", browser.stepLayer(Keys.ARROW_DOWN));
    }
    for (int i = 1; i < layers.size(); i++) {
      layer("layer change to montage, seen before", browser.stepLayer(Keys.ARROW_UP));
    }
  }

  private void layer(String name, PageMoment moment) {
    figures.time(name, moment.untilPainted(), NEARLY_ALL, LAYER_MS);
    figures.time(name + ", frame through", moment.untilShown());
  }

  /** Draws boxes. */
  void boxes() {
    for (double[] box : BOXES) {
      PageMoment moment = browser.drawBox(box[0], box[1], box[2], box[3]);
      String name = "box drawn to ranked filters";
      figures.time(name, moment.untilPainted(), MEDIAN, BOX_MS);
      figures.time(name + ", frame through", moment.untilShown());
    }
  }
}
