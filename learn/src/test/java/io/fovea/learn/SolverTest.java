package io.fovea.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SolverTest {
  private static final Offset<Float> FLOAT32 = within(1e-6f);

  @Test
  void momentumCarriesTheLastStepOn() {
    var run = new Run(new Sgdm(0.9), 1f);

    run.step(0.1, 0, 0.5f); // v = −0.1 · 0.5 = −0.05
    assertThat(run.value()).isCloseTo(0.95f, FLOAT32);
    run.step(0.1, 0, 0.5f); // v = −0.9 · 0.05 − 0.05 = −0.095
    assertThat(run.value()).isCloseTo(0.855f, FLOAT32);
  }

  @Test
  void sgdmAddsL2ToTheGradient() {
    var run = new Run(new Sgdm(0.9), 2f);

    run.step(0.1, 0.2, 0f); // v = −0.1 · 0.2 · 2 = −0.04
    assertThat(run.value()).isCloseTo(1.96f, FLOAT32);
  }

  @Test
  void adamDividesTheMeanOfGradientsByThatOfTheirSquares() {
    var run = new Run(Adam.standard(), 1f);

    run.step(0.1, 0, 0.5f); // m̂ = 0.5, v̂ = 0.25: the first step is the learn rate
    assertThat(run.value()).isCloseTo(0.9f, FLOAT32);
    run.step(0.1, 0, -0.5f); // m̂ = (0.9 · 0.05 − 0.05) / 0.19 = −0.0263158, v̂ = 0.25
    assertThat(run.value()).isCloseTo(0.9f + 0.1f * 0.0263158f / 0.5f, FLOAT32);
  }

  @Test
  void adamAddsL2ToTheGradientSoThatItIsDividedToo() {
    var run = new Run(Adam.standard(), 1f);

    run.step(0.1, 0.5, 0.5f); // g + λ w = 1, and the first step is the learn rate
    assertThat(run.value()).isCloseTo(0.9f, FLOAT32);
  }

  @Test
  void adamWTakesTheDecayOffTheValueItself() {
    var run = new Run(AdamW.standard(), 1f);

    run.step(0.1, 0.5, 0.5f); // 1 − 0.1 · 0.5 · 1 − 0.1
    assertThat(run.value()).isCloseTo(0.85f, FLOAT32);
  }

  @Test
  void rmsPropDividesByTheRootOfTheMeanSquare() {
    var run = new Run(RmsProp.standard(), 1f);

    run.step(0.1, 0, 0.5f); // v = 0.1 · 0.25 = 0.025
    assertThat(run.value()).isCloseTo(1 - 0.05f / 0.1581139f, FLOAT32);
    run.step(0.1, 0, 1f); // v = 0.9 · 0.025 + 0.1 = 0.1225, its root 0.35
    assertThat(run.value()).isCloseTo(1 - 0.05f / 0.1581139f - 0.1f / 0.35f, FLOAT32);
  }

  @Test
  void theGradientStaysAsItIs() {
    float[] gradient = {0.5f};
    Adam.standard()
        .step(new SolverStep(1, 0.1, 0.1), new float[] {1}, gradient, new float[][] {{0}, {0}});

    assertThat(gradient).containsExactly(0.5f);
  }

  @Test
  void aSolverIsReadFromItsWord() {
    for (String word : new String[] {"sgdm", "adam", "adamw", "rmsprop"}) {
      assertThat(Solver.parse(word)).hasToString(word);
    }
    assertThatThrownBy(() -> Solver.parse("newton"))
        .isInstanceOf(TrainingException.class)
        .hasMessage("there is no solver \"newton\"; choose sgdm, adam, adamw or rmsprop");
  }

  @Test
  void aMomentumOfOneIsRefused() {
    assertThatThrownBy(() -> new Sgdm(1))
        .hasMessage("the momentum must be from 0 to below 1, not 1");
  }

  /** One value that a solver changes. */
  private static final class Run {
    private final Solver solver;
    private final float[] values;
    private final float[][] memory;
    private int steps;

    Run(Solver solver, float value) {
      this.solver = solver;
      this.values = new float[] {value};
      this.memory = new float[solver.memories()][1];
    }

    void step(double rate, double decay, float gradient) {
      solver.step(new SolverStep(++steps, rate, decay), values, new float[] {gradient}, memory);
    }

    float value() {
      return values[0];
    }
  }
}
