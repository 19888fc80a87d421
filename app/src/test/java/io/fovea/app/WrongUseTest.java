package io.fovea.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person is told who asks wrongly: one line, to the letter. */
class WrongUseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|fovea: Missing required command; see fovea --help",
        "clasify|fovea: there is no command clasify; did you mean classify? See fovea --help",
        "--colour|fovea: there is no option --colour; see fovea --help",
        "explore --port 65536|fovea explore: --port must be from 0 to 65535, not 65536; see fovea explore --help",
        "explore --port -1|fovea explore: --port must be from 0 to 65535, not -1; see fovea explore --help",
        "explore --threads 0|fovea explore: --threads must be at least 1, not 0; see fovea explore --help",
        "explore --browser|fovea explore: there is no option --browser; see fovea explore --help",
        "explore a b c|fovea explore: c is one argument too many; see fovea explore --help",
        "analyze|fovea analyze: Missing required parameter: 'MODEL'; see fovea analyze --help",
        "analyze a b|fovea analyze: b is one argument too many; see fovea analyze --help",
        "analyze a --format xml|fovea analyze: Invalid value for option '--format': 'xml' is none of table, json, csv; see fovea analyze --help",
        "analyze a --input-size 227|fovea analyze: Invalid value for option '--input-size': '227' must be two numbers from 1 to 999999 with an x between, like 227x227; see fovea analyze --help",
        "analyze a --engine --format csv|fovea analyze: --engine goes with --format table or json; see fovea analyze --help",
        "analyze a --engine --threads 0|fovea analyze: --threads must be at least 1, not 0; see fovea analyze --help",
        "analyze a --threads two|fovea analyze: Invalid value for option '--threads': 'two' is not an int; see fovea analyze --help",
        "activations a|fovea activations: Missing required parameters: 'INPUT', 'LAYER'; see fovea activations --help",
        "activations a b|fovea activations: Missing required parameter: 'LAYER'; see fovea activations --help",
        "activations a b c d -o e.npy|fovea activations: -o e.npy: several layers go into a .npz file or a folder; see fovea activations --help",
        "montage a b c|fovea montage: Missing required option: '--output=FILE.png'; see fovea montage --help",
        "montage a b c -o d.jpg|fovea montage: -o d.jpg: a montage is written as PNG, so name it FILE.png; see fovea montage --help",
        "montage a b c -o d.png --border -1|fovea montage: --border must be at least 0, not -1; see fovea montage --help",
        "montage a b c -o d.png --grid 0x3|fovea montage: Invalid value for option '--grid': '0x3' must be two numbers from 1 to 999999 with an x between, like 227x227; see fovea montage --help",
        "classify a|fovea classify: Missing required parameter: 'INPUT'; see fovea classify --help",
        "classify a b --top 0|fovea classify: --top must be at least 1, not 0; see fovea classify --help",
        "classify a b --batch 0|fovea classify: --batch must be at least 1, not 0; see fovea classify --help",
        "classify a b --skip|fovea classify: there is no option --skip; did you mean --skip-broken? See fovea classify --help",
        "train a -o c.onnx|fovea train: Missing required parameter: 'FOLDER'; see fovea train --help",
        "train a b|fovea train: Missing required option: '--output=OUT.onnx'; see fovea train --help",
        "train a b -o c.pt|fovea train: -o c.pt: a network is written as ONNX, so name it FILE.onnx; see fovea train --help",
        "train a b -o c.onnx --val d --split 0.7|fovea train: --val and --split: choose one of them, not both; see fovea train --help",
        "train a b -o c.onnx --split 2|fovea train: --split must be over 0 and at most 1, not 2.0; see fovea train --help",
        "train a b -o c.onnx --threads 0|fovea train: --threads must be at least 1, not 0; see fovea train --help",
        "train a b -o c.onnx --plot d.jpg|fovea train: --plot: name it FILE.png or FILE.svg; see fovea train --help",
        "train a b -o c.onnx --solver sgd|fovea train: Invalid value for option '--solver': there is no solver \"sgd\"; choose sgdm, adam, adamw or rmsprop; see fovea train --help",
        "train a b -o c.onnx --epochs 0|fovea train: the epochs of a training must be at least 1, not 0; see fovea train --help",
        "evaluate a b --format csv|fovea evaluate: --format must be table or json; see fovea evaluate --help",
        "evaluate a b --wrong c.jpg|fovea evaluate: --wrong: a montage is written as PNG, so name it FILE.png; see fovea evaluate --help",
        "datastore a --preview b.jpg|fovea datastore: --preview: it is written as PNG, so name it FILE.png; see fovea datastore --help",
        "models path|fovea models path: Missing required parameter: 'NAME'; see fovea models path --help",
        "models pfad|fovea models: there is no command pfad; see fovea models --help",
      })
  void wrongUseIsToldInOneLine(String arguments, String line) {
    Object[] split = arguments.isEmpty() ? new Object[0] : arguments.split(" ");

    assertThat(CommandRun.alone(split)).isEqualTo(new CommandRun(2, "", line + "\n"));
  }
}
