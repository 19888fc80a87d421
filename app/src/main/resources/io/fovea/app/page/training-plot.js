// <training-plot>: accuracy and loss over the iterations of a training, drawn on a canvas.
// A pointer or the arrow keys read a point; what is read is said by the event "reading".
const LEFT = 44;
const RIGHT = 12;
const TOP = 24;
const BOTTOM = 26;
const GAP = 30;
const MOST_EPOCH_LINES = 40;
const LEAST_APART = 10;

class TrainingPlot extends HTMLElement {
  #training = { points: [], validations: [], iterations: 0, perEpoch: 1 };
  #kept;
  #words = {};
  #canvas = document.createElement('canvas');
  #at = -1;
  #frame = 0;
  #watched = [];

  /** {points: [[iteration, epoch, loss, accuracy]], validations, iterations, perEpoch}. */
  set training(training) {
    this.#training = training;
    this.#at = Math.min(this.#at, training.points.length - 1);
    this.#later();
  }

  /** The one of the validations whose network is kept; none where there is none yet. */
  set kept(validation) {
    this.#kept = validation;
    this.#later();
  }

  /** {accuracy, loss, epoch, kept}: what stands at the axes, and above what is kept. */
  set words(words) {
    this.#words = words;
    this.#later();
  }

  connectedCallback() {
    this.replaceChildren(this.#canvas);
    this.tabIndex = 0;
    const size = new ResizeObserver(() => this.#later());
    size.observe(this);
    const theme = new MutationObserver(() => this.#later());
    theme.observe(document.documentElement, { attributes: true });
    const system = matchMedia('(prefers-color-scheme: light)');
    const later = () => this.#later();
    system.addEventListener('change', later);
    this.#watched = [
      () => size.disconnect(), () => theme.disconnect(),
      () => system.removeEventListener('change', later),
    ];
    this.onpointermove = (event) => this.#readAt(event.offsetX);
    this.onpointerleave = () => this.#read(-1);
    this.onblur = () => this.#read(-1);
    this.onkeydown = (event) => this.#key(event);
  }

  disconnectedCallback() {
    this.#watched.forEach((end) => end());
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** The plot as it stands, with so many pixels for one of the page. */
  picture(ratio) {
    const canvas = document.createElement('canvas');
    this.#draw(canvas, ratio);
    return canvas;
  }

  #key(event) {
    const { points } = this.#training;
    const from = this.#at < 0 ? points.length : this.#at;
    const to = {
      ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: points.length - 1, Escape: -1,
    }[event.key];
    if (to !== undefined && points.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      this.#read(event.key === 'Escape' ? -1 : Math.max(0, Math.min(points.length - 1, to)));
    }
  }

  #readAt(x) {
    const { points } = this.#training;
    const iteration = ((x - LEFT) / (this.clientWidth - LEFT - RIGHT)) * this.#last();
    let nearest = -1;
    let distance = Infinity;
    points.forEach(([each], index) => {
      if (Math.abs(each - iteration) < distance) {
        distance = Math.abs(each - iteration);
        nearest = index;
      }
    });
    this.#read(nearest);
  }

  #read(index) {
    if (index === this.#at) {
      return;
    }
    this.#at = index;
    const point = this.#training.points[index];
    const judged = point && this.#training.validations.findLast(([each]) => each <= point[0]);
    this.dispatchEvent(new CustomEvent('reading', { detail: point && { point, judged } }));
    this.#later();
  }

  #later() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw(this.#canvas, devicePixelRatio || 1);
    });
  }

  #last() {
    return Math.max(1, this.#training.iterations, this.#training.points.at(-1)?.[0] ?? 0);
  }

  #draw(canvas, ratio) {
    const width = this.clientWidth;
    const height = this.clientHeight;
    if (width <= LEFT + RIGHT || height <= TOP + GAP + BOTTOM) {
      return;
    }
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const pen = canvas.getContext('2d');
    pen.scale(ratio, ratio);
    const look = looks(this);
    pen.font = look.font;
    const inner = height - TOP - GAP - BOTTOM;
    const half = Math.round(inner * 0.55);
    const right = width - RIGHT;
    const accuracy = { left: LEFT, right, top: TOP, bottom: TOP + half, most: 1 };
    const loss = { left: LEFT, right, top: TOP + half + GAP, bottom: height - BOTTOM };
    loss.most = niceAbove(mostLoss(this.#training));
    this.#epochs(pen, look, accuracy, loss);
    this.#keptLine(pen, look, accuracy, loss);
    this.#panel(pen, look, accuracy, 3, this.#words.accuracy, (value) => `${Math.round(value * 100)} %`);
    this.#panel(pen, look, loss, 2, this.#words.loss, (value) => String(Number(value.toPrecision(3))));
    this.#cross(pen, look, accuracy, loss);
  }

  #x(panel, iteration) {
    return panel.left + (iteration / this.#last()) * (panel.right - panel.left);
  }

  #epochs(pen, look, upper, lower) {
    const epochs = Math.round(this.#last() / this.#training.perEpoch);
    const every = niceStep(epochs / ((upper.right - upper.left) / 60));
    pen.textBaseline = 'top';
    pen.textAlign = 'center';
    for (let epoch = 0; epoch <= epochs && this.#training.iterations > 0; epoch++) {
      const x = Math.round(this.#x(upper, epoch * this.#training.perEpoch)) + 0.5;
      if (epochs <= MOST_EPOCH_LINES || epoch % every === 0) {
        line(pen, look.line, x, upper.top, x, lower.bottom);
      }
      if (epoch % every === 0) {
        pen.fillStyle = look.dim;
        const most = upper.right + RIGHT - pen.measureText(String(epoch)).width / 2 - 2;
        pen.fillText(String(epoch), Math.min(x, most), lower.bottom + 6);
      }
    }
    if (this.#training.iterations > 0) {
      pen.textAlign = 'left';
      pen.fillText(this.#words.epoch ?? '', 2, lower.bottom + 6);
    }
  }

  /** Its words stand beside those of the axis, and on the plot. */
  #keptLine(pen, look, upper, lower) {
    if (!this.#kept) {
      return;
    }
    const x = Math.round(this.#x(upper, this.#kept[0])) + 0.5;
    path(pen, { color: look.accent, width: 1, dash: [2, 3] }, [[x, upper.top], [x, lower.bottom]]);
    const width = (words) => pen.measureText(words ?? '').width;
    const half = width(this.#words.kept) / 2;
    const least = upper.left + width(this.#words.accuracy) + GAP / 2 + half;
    pen.fillStyle = look.text;
    pen.textAlign = 'center';
    pen.textBaseline = 'bottom';
    pen.fillText(this.#words.kept ?? '', Math.min(Math.max(x, least), upper.right - half), upper.top - 5);
  }

  /** Thin: each point; strong: their running mean; dashed with dots: what was held out; filled: of that what is kept. */
  #panel(pen, look, panel, column, title, label) {
    for (const part of [0, 0.5, 1]) {
      const y = Math.round(panel.bottom - part * (panel.bottom - panel.top)) + 0.5;
      line(pen, look.line, panel.left, y, panel.right, y);
      pen.fillStyle = look.dim;
      pen.textAlign = 'right';
      pen.textBaseline = 'middle';
      pen.fillText(label(part * panel.most), panel.left - 6, y);
    }
    const y = (value) => panel.bottom - (Math.min(value, panel.most) / panel.most) * (panel.bottom - panel.top);
    const place = (iteration, value) => [this.#x(panel, iteration), y(value)];
    const raw = this.#training.points.map((point) => [point[0], point[column]]);
    const judged = this.#training.validations.map((point) => [point[0], point[column]]);
    path(pen, { color: look.dim, width: 1, alpha: 0.45 }, raw.map((each) => place(...each)));
    path(pen, { color: look.training, width: 2 }, smooth(raw).map((each) => place(...each)));
    path(pen, { color: look.text, width: 1.5, dash: [5, 4] }, judged.map((each) => place(...each)));
    dots(pen, look, judged.map((each) => place(...each)));
    if (this.#kept) dot(pen, look, place(this.#kept[0], this.#kept[column]), 4.5, look.accent);
    pen.fillStyle = look.text;
    pen.textAlign = 'left';
    pen.textBaseline = 'bottom';
    pen.fillText(title ?? '', panel.left, panel.top - 5);
  }

  #cross(pen, look, upper, lower) {
    const point = this.#training.points[this.#at];
    if (point) {
      const x = Math.round(this.#x(upper, point[0])) + 0.5;
      line(pen, look.accent, x, upper.top, x, lower.bottom);
    }
  }
}

function looks(element) {
  const style = getComputedStyle(element);
  const of = (name) => style.getPropertyValue(name).trim();
  return {
    line: of('--line'), dim: of('--dim'), text: of('--text'), accent: of('--accent'),
    training: of('--kind-convolution'), panel: of('--panel'), font: `${style.fontSize} ${style.fontFamily}`,
  };
}

function line(pen, color, x, y, toX, toY) {
  path(pen, { color, width: 1 }, [[x, y], [toX, toY]]);
}

function path(pen, { color, width, alpha = 1, dash = [] }, places) {
  pen.save();
  pen.globalAlpha = alpha;
  pen.strokeStyle = color;
  pen.lineWidth = width;
  pen.lineJoin = 'round';
  pen.setLineDash(dash);
  pen.beginPath();
  places.forEach(([x, y]) => pen.lineTo(x, y));
  pen.stroke();
  pen.restore();
}

/** Where they would touch each other, only the last. */
function dots(pen, look, places) {
  const apart = places.length > 1 ? (places.at(-1)[0] - places[0][0]) / (places.length - 1) : Infinity;
  (apart < LEAST_APART ? places.slice(-1) : places).forEach((each) => dot(pen, look, each, 3, look.panel));
}

function dot(pen, look, [x, y], radius, inside) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = inside;
  pen.fill();
  pen.lineWidth = 1.5;
  pen.strokeStyle = look.text;
  pen.stroke();
}

/** The running mean over about a twentieth of all that there is. */
function smooth(points) {
  const weight = 2 / (Math.max(3, Math.min(50, points.length / 20)) + 1);
  let mean = points[0]?.[1] ?? 0;
  return points.map(([iteration, value]) => {
    mean += weight * (value - mean);
    return [iteration, mean];
  });
}

/** Of what is drawn strong: a single bad batch may leave the picture. */
function mostLoss({ points, validations }) {
  const strong = smooth(points.map((point) => [point[0], point[2]])).map(([, value]) => value);
  const all = [...strong, ...validations.map((point) => point[2])];
  return all.length > 0 ? Math.max(0.01, ...all) : 1;
}

function niceAbove(value) {
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((each) => each * unit >= value * 1.02) * unit || value;
}

function niceStep(value) {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].find((each) => each * unit >= value) * unit;
}

customElements.define('training-plot', TrainingPlot);
