package io.fovea;

import static io.fovea.Lesson.activations;
import static io.fovea.Lesson.analyzeNetwork;
import static io.fovea.Lesson.classify;
import static io.fovea.Lesson.imread;
import static io.fovea.Lesson.imresize;
import static io.fovea.Lesson.load;
import static io.fovea.Lesson.mat2gray;
import static org.assertj.core.api.Assertions.assertThat;

import io.fovea.tensor.Shape;
import io.fovea.testing.SharedData;
import org.junit.jupiter.api.Test;

/** The lesson, word by word, with the network and the pictures of the folder of real data. */
class LessonTest {
  @Test
  void theLessonsWordsDoWhatTheLessonDoes() {
    try (var net = load(SharedData.require("models/squeezenet/model.onnx").toString())) {
      var img = imread(SharedData.require("data/photos/pytorch-dog.jpg").toString());
      var act = activations(net, img, "conv1");

      assertThat(act.shape()).isEqualTo(Shape.of(1, 64, 113, 113));
      assertThat(mat2gray(act).montage().height()).isEqualTo(8 * 113);
      assertThat(classify(net, img).best().label()).isEqualTo("Samoyed, Samoyede");
      assertThat(imresize(img, 227, 227).width()).isEqualTo(227);
      analyzeNetwork(net);
    }
  }
}
