package io.fovea.chart;

import io.fovea.testing.PublicSurface;
import org.junit.jupiter.api.Test;

class ApiTest {
  @Test
  void thePublicSurfaceIsAsWritten() {
    PublicSurface.ofModuleOf(TrainingPlot.class).check();
  }
}
