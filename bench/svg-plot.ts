/** A plot as SVG text: some series over one axis, both axes by powers. It brings its own colours for light and dark, so that it
 * can stand in a page as a picture. */

/** Points that belong together. */
export interface Series {
  name: string;
  points: readonly { x: number; y: number }[];
}

export interface Plot {
  title: string;
  xLabel: string;
  yLabel: string;
  series: readonly Series[];
}

const WIDTH = 460;
const HEIGHT = 300;
const LEFT = 58;
const RIGHT = 16;
const TOP = 58;
const BOTTOM = 46;
const INNER = { width: WIDTH - LEFT - RIGHT, height: HEIGHT - TOP - BOTTOM };

const STYLE = `
    .sheet { fill: #ffffff } text { fill: #1f2328; font: 12px system-ui, sans-serif } .title { font-weight: 600; font-size: 13px }
    .grid { stroke: #d9dde3; stroke-width: 1 } .line { fill: none; stroke-width: 2 }
    .s0 { stroke: #2251c5; fill: #2251c5 } .s1 { stroke: #a3520b; fill: #a3520b; stroke-dasharray: 5 4 }
    .dot { stroke: none } .line.s0, .line.s1 { fill: none }
    @media (prefers-color-scheme: dark) {
      .sheet { fill: #15181d } text { fill: #e6e8eb } .grid { stroke: #343a43 }
      .s0 { stroke: #8fb0ff; fill: #8fb0ff } .s1 { stroke: #f0a35e; fill: #f0a35e }
    }`;

/** Plots beside each other. */
export const toSvg = (plots: readonly Plot[]): string => {
  const label = plots.map(({ title }) => title).join("; ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH * plots.length}" height="${HEIGHT}" viewBox="0 0 ${WIDTH * plots.length} ${HEIGHT}" role="img" aria-label="${escaped(label)}">`,
    `  <style>${STYLE}\n  </style>`,
    `  <rect class="sheet" width="100%" height="100%"/>`,
    ...plots.map(
      (plot, index) => `  <g transform="translate(${index * WIDTH} 0)">${body(plot)}</g>`,
    ),
    "</svg>\n",
  ].join("\n");
};

const body = ({ title, xLabel, yLabel, series }: Plot): string => {
  const points = series.flatMap((each) => each.points);
  const x = createScale(
    points.map((point) => point.x),
    INNER.width,
  );
  const y = createScale(
    points.map((point) => point.y),
    INNER.height,
  );
  const left = (value: number): number => round(LEFT + x.at(value));
  const top = (value: number): number => round(TOP + INNER.height - y.at(value));
  return [
    text({ x: LEFT, y: 20, words: title, kind: "title" }),
    text({ x: LEFT + INNER.width / 2, y: HEIGHT - 8, words: xLabel, anchor: "middle" }),
    text({ x: 8, y: TOP - 8, words: yLabel }),
    ...[...new Set(points.map((point) => point.x))].flatMap((tick) => [
      `<path class="grid" d="M${left(tick)} ${TOP}V${TOP + INNER.height}"/>`,
      text({ x: left(tick), y: TOP + INNER.height + 18, words: String(tick), anchor: "middle" }),
    ]),
    ...y.ticks.flatMap((tick) => [
      `<path class="grid" d="M${LEFT} ${top(tick)}H${LEFT + INNER.width}"/>`,
      text({ x: LEFT - 8, y: top(tick) + 4, words: String(tick), anchor: "end" }),
    ]),
    ...series.flatMap(({ name, points: own }, index) => [
      `<path class="line s${index}" d="M${own.map((point) => `${left(point.x)} ${top(point.y)}`).join("L")}"/>`,
      ...own.map(
        (point) =>
          `<circle class="dot s${index}" cx="${left(point.x)}" cy="${top(point.y)}" r="3"/>`,
      ),
      `<path class="line s${index}" d="M${LEFT + index * 150} 35h22"/>`,
      text({ x: LEFT + index * 150 + 28, y: 39, words: name }),
    ]),
  ].join("\n    ");
};

interface Scale {
  /** Units: pixels. */
  at(value: number): number;
  ticks: number[];
}

/** By powers, from a round number below the values to one above. */
const createScale = (values: readonly number[], length: number): Scale => {
  const least = roundBelow(Math.min(...values));
  const most = roundAbove(Math.max(...values));
  const width = Math.log(most) - Math.log(least);
  const ticks: number[] = [];
  for (let tick = least; tick <= most; tick = roundAbove(tick * 1.01)) ticks.push(tick);
  const every = Math.ceil(ticks.length / 8);
  return {
    at: (value) => ((Math.log(value) - Math.log(least)) / width) * length,
    ticks: ticks.filter((_, index) => index % every === 0),
  };
};

const STEPS = [1, 2, 5, 10];

const roundAbove = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find((each) => each * power >= value * 0.999_999) ?? 10;
  return Number((step * power).toPrecision(1));
};

const roundBelow = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.findLast((each) => each * power <= value * 1.000_001) ?? 1;
  const below = Number((step * power).toPrecision(1));
  return below;
};

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

const escaped = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const text = ({
  x,
  y,
  words,
  anchor,
  kind,
}: {
  x: number;
  y: number;
  words: string;
  anchor?: "middle" | "end";
  kind?: "title";
}): string =>
  `<text x="${round(x)}" y="${round(y)}"${anchor ? ` text-anchor="${anchor}"` : ""}${kind ? ` class="${kind}"` : ""}>${escaped(words)}</text>`;
