package io.fovea;

import io.fovea.learn.Augmentation;
import io.fovea.learn.Clipping;
import io.fovea.learn.Course;
import io.fovea.learn.Optimization;
import io.fovea.learn.TrainingOptions;
import java.util.ArrayList;

/** How a network is trained, as a person would say it on the command line. */
final class RecipeWords {
  private RecipeWords() {}

  /** All that counts, with blanks between: {@code --epochs 12 --batch 16 ...}. */
  static String of(TrainingOptions options, Augmentation augmentation) {
    Course course = options.course();
    Optimization steps = options.optimization();
    var words = new ArrayList<String>();
    words.add("--epochs " + course.epochs());
    words.add("--batch " + course.batch());
    words.add("--solver " + steps.solver());
    words.add("--rate " + steps.rate());
    words.add("--schedule " + steps.schedule());
    words.add("--l2 " + steps.l2());
    words.add("--smoothing " + options.loss().smoothing());
    if (!steps.clipping().equals(Clipping.none())) {
      words.add("--clip " + steps.clipping());
    }
    if (course.patience() > 0) {
      words.add("--patience " + course.patience());
    }
    words.add("--augment " + augmentation);
    if (!course.sizes().stages().isEmpty()) {
      words.add("--sizes " + course.sizes());
    }
    steps.frozenUntil().ifPresent(layer -> words.add("--freeze-until " + layer));
    words.add("--seed " + course.seed());
    words.add("--threads " + course.threads());
    return String.join(" ", words);
  }
}
