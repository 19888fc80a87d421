package io.fovea.app.server;

import io.fovea.explain.Language;
import java.util.Locale;

/** The words of a report, in both languages. */
enum ReportWord {
  TITLE("What %s makes of %s", "%s 네트워크가 본 %s"),
  FACTS(
      "%,d layers · %,d learnable values · %,d multiply-accumulates",
      "층 %,d개 · 학습 매개변수 %,d개 · 곱셈-누산 %,d회"),
  INPUT("The input, as the network sees it", "네트워크가 보는 입력"),
  FILE("File: %s, %s", "파일: %s, %s"),
  SCORES("Scores", "점수"),
  NO_SCORES("There are none: %s.", "없습니다: %s."),
  CLASS("Class", "클래스"),
  INDEX("Index", "번호"),
  SCORE("Score", "점수"),
  SELECTED("The selected layer: %s", "선택한 층: %s"),
  CHANNEL("Channel %d (index %d)", "채널 %d (인덱스 %d)"),
  ALL_CHANNELS("All %,d channels", "채널 %,d개 전체"),
  VALUES("All %,d values", "값 %,d개 전체"),
  OWN_SCALE("each channel from its own least to its own greatest value", "채널마다 자신의 최솟값에서 최댓값까지"),
  LAYERS("The layers", "층 표"),
  EACH("Layer by layer", "층별로 보기"),
  NUMBER("No.", "번호"),
  NAME("Name", "이름"),
  TYPE("Type", "종류"),
  ACTIVATION("Activation", "활성화 값"),
  LEARNABLES("Learnables", "학습 매개변수"),
  MACS("MACs", "MAC"),
  FIELD("Receptive field", "수용 영역"),
  FIXED("Fixed by the architecture", "구조가 정한 값"),
  LEARNED("Learned in training", "학습으로 얻은 값"),
  NOTHING("nothing", "없음"),
  FAULTS("Faults", "문제점"),
  MADE("How this was made", "만든 방법"),
  PROGRAM("Program", "프로그램"),
  NETWORK("Network", "네트워크"),
  NOTICE("Note", "알림"),
  LICENCE("Licence of the weights", "가중치 라이선스"),
  SOURCE("Source of the weights", "가중치 출처"),
  DIGEST("SHA-256 of the file", "파일의 SHA-256"),
  DATASET("Trained on", "학습 데이터"),
  RECIPE("Training", "학습 방법"),
  PREPROCESSING("Preprocessing", "전처리"),
  ARRAY("none: the numbers are fed as they are", "없음: 숫자를 그대로 넣습니다"),
  PICTURES(
      "Pictures of layers are gray: black is the least value of the whole layer, white the greatest"
          + " (mat2gray). Channels larger than their tile are averaged over areas; the numbers"
          + " below a picture are its two ends.",
      "층 그림은 회색조입니다. 검정은 층 전체의 최솟값, 흰색은 최댓값입니다(mat2gray). 타일보다 큰 채널은"
          + " 영역 평균으로 줄였습니다. 그림 아래 두 수는 검정과 흰색이 뜻하는 값입니다."),
  MORE("%,d more are left out: this file would be too large.", "파일이 너무 커지지 않도록 나머지 %,d개는 생략했습니다."),
  NO_PICTURE(
      "The picture is left out: this file would be too large.", "파일이 너무 커지지 않도록 그림은 생략했습니다."),
  UNKNOWN("not stated", "밝혀지지 않음");

  private final String english;
  private final String korean;

  ReportWord(String english, String korean) {
    this.english = english;
    this.korean = korean;
  }

  /** The words in a language. */
  String in(Language language) {
    return language == Language.KOREAN ? korean : english;
  }

  /** The words in a language, with values in their places. */
  String in(Language language, Object... values) {
    return String.format(Locale.ROOT, in(language), values);
  }
}
