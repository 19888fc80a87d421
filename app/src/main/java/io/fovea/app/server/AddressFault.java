package io.fovea.app.server;

import io.fovea.explain.Language;

/** Why an address leads nowhere: a sentence for programs, words for a person in front of it. */
enum AddressFault {
  OTHER_NAME(
      403,
      "this server answers to 127.0.0.1 and its own name only; start it with --host to name"
          + " another",
      new Words(
          "Fovea doesn’t answer to this name",
          "It answers to 127.0.0.1, and to the name that it was started with.",
          "To reach it by another name, start it so:"),
      new Words(
          "Fovea는 이 이름에 응답하지 않습니다",
          "127.0.0.1, 그리고 시작할 때 정한 이름에만 응답합니다.",
          "다른 이름으로 열려면 이렇게 시작하세요:")),
  NO_TOKEN(
      403,
      "the address lacks the token; open the one that fovea explore printed",
      new Words(
          "This address doesn’t open Fovea",
          "Fovea has a new address each time it is started. This one is of an earlier time, or a part"
              + " of it is missing.",
          "Open the address that was printed last, or start Fovea again:"),
      new Words(
          "이 주소로는 Fovea를 열 수 없습니다",
          "Fovea는 시작할 때마다 주소가 바뀝니다. 이 주소는 예전 것이거나 일부가 빠져 있습니다.",
          "마지막으로 출력된 주소를 열거나, Fovea를 다시 시작하세요:")),
  NOTHING(
      404,
      "there is nothing at this address; open the one that fovea explore printed",
      new Words(
          "There is nothing at this address",
          "Fovea is running, but it has no such page.",
          "Open Fovea’s page"),
      new Words("이 주소에는 아무것도 없습니다", "Fovea는 켜져 있지만 이런 페이지는 없습니다.", "Fovea 페이지 열기"));

  private final int status;
  private final String sentence;
  private final Words english;
  private final Words korean;

  AddressFault(int status, String sentence, Words english, Words korean) {
    this.status = status;
    this.sentence = sentence;
    this.english = english;
    this.korean = korean;
  }

  /** The HTTP status. */
  int status() {
    return status;
  }

  /** The same in a sentence. */
  String sentence() {
    return sentence;
  }

  /** The same for a person. */
  Words in(Language language) {
    return language == Language.KOREAN ? korean : english;
  }

  /**
   * Words for a person.
   *
   * @param title that nothing is here
   * @param why what has happened
   * @param now what can be done
   */
  record Words(String title, String why, String now) {}
}
