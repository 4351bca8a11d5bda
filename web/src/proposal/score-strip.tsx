import type { SynthesisTopic } from "../../../src/domain/synthesis.ts";

const WIDTH = 240;
const EDGE = 12;
const ROW = 20;
const DOT = 5;

interface StripProps {
  /** What is rated. */
  name: string;
  /** What is said of it beside its name. */
  says: string;
  /** How that looks. */
  view?: SynthesisTopic["view"];
  voices: readonly Pick<
    SynthesisTopic["voices"][number],
    "form" | "name" | "given" | "place" | "of"
  >[];
  /** The place from which on a rating will do; absent: none is asked for. */
  least?: number;
}

/** The voices of one competency as dots, each on its own scale: a row for each voice, a tick for each rating, the lowest at the
 * left. Ratings are an order and no measure, so nothing between them is drawn. */
export const ScoreStrip = ({ name, says, view, voices, least }: StripProps) => (
  <section className="strip" aria-label={name}>
    <h3>
      {name}{" "}
      <span className="strip-view" data-view={view}>
        {says}
      </span>
    </h3>
    <ul>
      {voices.map((voice, index) => (
        <li key={`${voice.form} ${index}`}>
          <span className="strip-name">{voice.name}</span>
          <svg
            width={WIDTH}
            height={ROW}
            viewBox={`0 0 ${WIDTH} ${ROW}`}
            aria-hidden
            className="strip-scale"
          >
            <line x1={EDGE} x2={WIDTH - EDGE} y1={ROW / 2} y2={ROW / 2} />
            {Array.from({ length: voice.of }, (_, tick) => (
              <line
                key={tick}
                className={tick + 1 === least ? "strip-least" : undefined}
                x1={xOf(tick, voice.of)}
                x2={xOf(tick, voice.of)}
                y1={ROW / 2 - (tick + 1 === least ? 8 : 3)}
                y2={ROW / 2 + (tick + 1 === least ? 8 : 3)}
              />
            ))}
            <circle cx={xOf(voice.place - 1, voice.of)} cy={ROW / 2} r={DOT} />
          </svg>
          <span className="strip-given">
            {voice.place} of {voice.of}
            {voice.given !== String(voice.place) && <span className="quiet"> “{voice.given}”</span>}
          </span>
        </li>
      ))}
    </ul>
  </section>
);

const xOf = (step: number, of: number): number => EDGE + (step * (WIDTH - 2 * EDGE)) / (of - 1);
