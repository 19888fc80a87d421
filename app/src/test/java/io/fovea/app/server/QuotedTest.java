package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {
  @Test
  void whatHasAMeaningInAStringOfJavaLosesIt() {
    assertThat(Quoted.java("a\"b\\u0022\nc\r\t합")).isEqualTo("\"a\\\"b\\\\u0022\\nc\\r\\u0009합\"");
  }

  @Test
  void aPlainWordOfAShellStaysAsItIs() {
    assertThat(Quoted.shell("photos/face-1.png")).isEqualTo("photos/face-1.png");
    assertThat(Quoted.shell("1%:99%")).isEqualTo("1%:99%");
  }

  @Test
  void otherWordsAreQuoted() {
    assertThat(Quoted.shell("it's $HOME; rm")).isEqualTo("'it'\\''s $HOME; rm'");
    assertThat(Quoted.shell("")).isEqualTo("''");
  }

  @Test
  void aNameThatLooksLikeAnOptionIsTakenForNone() {
    assertThat(Quoted.operands("net", "-o")).isEqualTo("-- net '-o'");
    assertThat(Quoted.operands("net", "conv1")).isEqualTo("net conv1");
  }
}
