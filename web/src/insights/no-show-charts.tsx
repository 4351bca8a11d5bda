import type { AttendanceModelView } from "../../../src/http/api/attendance-schemas.ts";
import { Table } from "./charts.tsx";
import { Fact, Lacking, Section } from "./insight-parts.tsx";
import { percentOfTenths } from "./words.ts";

type Bin = AttendanceModelView["card"]["forward"]["calibration"][number];

/** Units: of the drawing. */
const SIDE = 220;
const LEFT = 40;
const BELOW = 34;
const TOP = 8;

/** The next whole tenth above all that is shown. */
const endOf = (values: readonly number[]): number =>
  Math.min(1, Math.ceil(Math.max(0.1, ...values) * 10) / 10);

/** What was told against what was seen, by tenths of the risk, with the interval of each. */
export const Calibration = ({ bins }: { bins: readonly Bin[] }) => (
  <Section
    title="Calibration"
    what="By tenths of the risk: what was told on average, and what share was missed. Told well, the points lie on the line, and their 95 % intervals cross it nearly everywhere."
  >
    {bins.length === 0 ? (
      <p>
        <Lacking />
      </p>
    ) : (
      <div className="chart">
        <Reliability bins={bins} />
        <Table
          title="Calibration by tenths of the risk"
          heads={["Told", "Seen", "Between", "Missed of"]}
          rows={bins.map(({ told, seen }) => [
            percentOfTenths(told),
            percentOfTenths(seen.share),
            `${percentOfTenths(seen.low)} and ${percentOfTenths(seen.high)}`,
            `${seen.count} of ${seen.of}`,
          ])}
        />
      </div>
    )}
  </Section>
);

const Reliability = ({ bins }: { bins: readonly Bin[] }) => {
  const end = endOf(bins.flatMap(({ told, seen }) => [told, seen.high]));
  const x = (share: number): number => LEFT + (share / end) * SIDE;
  const y = (share: number): number => TOP + SIDE - (share / end) * SIDE;
  const ticks = [0, end / 2, end];
  return (
    <svg
      className="reliability"
      viewBox={`0 0 ${LEFT + SIDE + 24} ${TOP + SIDE + BELOW}`}
      aria-hidden
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={x(0)} x2={x(end)} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {Math.round(tick * 100)} %
          </text>
          <text x={x(tick)} y={TOP + SIDE + 16} textAnchor="middle">
            {Math.round(tick * 100)} %
          </text>
        </g>
      ))}
      <text x={x(end / 2)} y={TOP + SIDE + 31} textAnchor="middle">
        told (across), seen (up)
      </text>
      <line className="diagonal" x1={x(0)} y1={y(0)} x2={x(end)} y2={y(end)} />
      {bins.map(({ told, seen }, index) => (
        <g key={index}>
          <line className="interval" x1={x(told)} x2={x(told)} y1={y(seen.low)} y2={y(seen.high)} />
          <circle cx={x(told)} cy={y(seen.share)} r={3.5} />
        </g>
      ))}
    </svg>
  );
};

/** Whether help helps: the two groups, and their difference. */
export const Effect = ({
  helped,
  heldOut,
  neither,
  fewer,
  inWords,
}: AttendanceModelView["effect"]) => (
  <Section
    title="Does help help?"
    what="Of visits whose risk had reached what their plan says, one in ten gets no help, drawn by lot. These are compared with those that were helped; nobody else is counted."
  >
    <dl className="figures">
      <Group label="Missed, helped" {...helped} />
      <Group label="Missed, held out" {...heldOut} />
    </dl>
    <div>
      <p>{inWords}</p>
      {fewer !== null && (
        <p className="quiet small">
          {pointsInWords(fewer.difference)} by help; with 95 % confidence between{" "}
          {pointsInWords(fewer.low)} and {pointsInWords(fewer.high)}.
        </p>
      )}
      {neither > 0 && (
        <p className="quiet small">
          {neither} in neither group: help was due and none left, or it was held out and helped with
          another interview of the same visit.
        </p>
      )}
    </div>
  </Section>
);

const Group = ({
  label,
  missed,
  interviews,
}: AttendanceModelView["effect"]["helped"] & { label: string }) => (
  <Fact label={label}>
    {interviews === 0 ? (
      <span className="insight-lacking">None yet</span>
    ) : (
      <>
        {missed} of {interviews}{" "}
        <span className="quiet small">{percentOfTenths(missed / interviews)}</span>
      </>
    )}
  </Fact>
);

/** `4.2 points fewer`, `1.0 points more`. */
const pointsInWords = (fewer: number): string =>
  `${Math.abs(fewer * 100).toFixed(1)} points ${fewer < 0 ? "more" : "fewer"}`;
