package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletionCommandTest {
  @Test
  void theScriptKnowsEveryCommand() {
    CommandRun run = CommandRun.alone("completion");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "analyze activations montage classify train evaluate datastore samples demo models shell completion")
        .contains("--skip-broken")
        .contains("complete -F _complete_fovea -o default fovea");
  }
}
