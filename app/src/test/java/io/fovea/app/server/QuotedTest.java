package io.fovea.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void whatATerminalWouldTakeForAKeyIsSpeltOut() {
    assertThat(Quoted.shell("it's\u0003\nrm\\")).isEqualTo("$'it\\'s\\003\\012rm\\\\'");
    assertThat(Quoted.operands("net", "\u001b[A")).isEqualTo("net $'\\033[A'");
  }

  @Test
  void whatTurnsTheTextRoundIsSpeltOut() { // U+202E is E2 80 AE in UTF-8
    assertThat(Quoted.java("a\u202eb")).isEqualTo("\"a\\u202eb\"");
    assertThat(Quoted.shell("a\u202eb")).isEqualTo("$'a\\342\\200\\256b'");
  }

  @Test
  void aNameThatLooksLikeAnOptionIsTakenForNone() {
    assertThat(Quoted.operands("net", "-o")).isEqualTo("-- net '-o'");
    assertThat(Quoted.operands("net", "conv1")).isEqualTo("net conv1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1"})
  void aFieldThatASpreadsheetWouldComputeIsText(String label) {
    assertThat(Quoted.csv(label)).isEqualTo("\"'" + label + '"');
  }

  @Test
  void anotherFieldIsOnlyQuoted() {
    assertThat(Quoted.csv("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
    assertThat(Quoted.csv("t-shirt")).isEqualTo("\"t-shirt\"");
    assertThat(Quoted.csv("")).isEqualTo("\"\"");
  }
}
