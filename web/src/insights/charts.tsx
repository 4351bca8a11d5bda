import type { ReactNode } from "react";
import { percent } from "./words.ts";

interface Bar {
  label: string;
  count: number;
}

interface ChartProps {
  /** What it shows, for who does not see it. */
  title: string;
  bars: readonly Bar[];
  /** Heads of the table beside it. */
  heads: [string, string];
}

/** A column of the table, with a cell for each bar. */
interface Column {
  head: string;
  cells: readonly string[];
}

const HEIGHT = 96;

/** How often which value occurs: a column for each span, in their order. */
export const Histogram = ({ title, bars, heads }: ChartProps) => {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <Chart title={title} heads={heads} rows={bars} more={shareOf(bars)}>
      <div className="histogram" aria-hidden>
        {bars.map(({ label, count }) => (
          <div key={label} className="histogram-column">
            <span className="num">{count === 0 ? "" : count}</span>
            <svg
              width="100%"
              height={HEIGHT}
              preserveAspectRatio="none"
              viewBox={`0 0 1 ${HEIGHT}`}
            >
              <rect
                x={0}
                width={1}
                y={HEIGHT - heightOf(count, most)}
                height={heightOf(count, most)}
              />
            </svg>
            <span className="histogram-label">{label}</span>
          </div>
        ))}
      </div>
    </Chart>
  );
};

/** What is there at all is seen. */
const heightOf = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(3, (count / most) * HEIGHT);

const MOST_BARS = 15;

interface BarsProps extends ChartProps {
  /** More columns of the table. Default: the share of each. */
  more?: readonly Column[];
}

/** Who or what has how many, as bars from the left, in the order in which they are given. */
export const Bars = ({ title, bars, heads, more }: BarsProps) => {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const left = bars.length - MOST_BARS;
  return (
    <Chart title={title} heads={heads} rows={bars} more={more ?? shareOf(bars)}>
      <div className="bars" aria-hidden>
        {bars.slice(0, MOST_BARS).map(({ label, count }, index) => (
          <div key={`${label} ${index}`} className="bar-row">
            <span className="bar-label">{label}</span>
            <svg width="100%" height={14} preserveAspectRatio="none" viewBox={`0 0 ${most} 14`}>
              <rect x={0} y={0} width={count} height={14} />
            </svg>
            <span className="num">{count}</span>
          </div>
        ))}
        {left > 0 && <p className="quiet small">And {left} more: see the table.</p>}
      </div>
    </Chart>
  );
};

/** Which part of all each is. */
const shareOf = (bars: readonly Bar[]): readonly Column[] => {
  const all = bars.reduce((sum, { count }) => sum + count, 0);
  return [
    { head: "Share", cells: bars.map(({ count }) => (all === 0 ? "" : percent(count / all))) },
  ];
};

interface Rate {
  label: string;
  /** Of so many … */
  of: number;
  /** … so many. */
  count: number;
  /** Null: of too few. */
  share: number | null;
}

interface RatesProps {
  title: string;
  rates: readonly Rate[];
  /** Heads of the table beside it: whose rate, of how many, how many. */
  heads: [string, string, string];
}

/** Which share of each, on one scale from 0 to 100 %. Of too few there is a count and no bar. */
export const Rates = ({ title, rates, heads: [head, all, some] }: RatesProps) => (
  <Chart
    title={title}
    heads={[head, all]}
    rows={rates.map(({ label, of }) => ({ label, count: of }))}
    more={[
      { head: some, cells: rates.map(({ count }) => String(count)) },
      {
        head: "Share",
        cells: rates.map(({ share }) => (share === null ? "too few" : percent(share))),
      },
    ]}
  >
    <div className="bars rates" aria-hidden>
      {rates.map(({ label, of, count, share }) => (
        <div key={label} className="bar-row">
          <span className="bar-label">{label}</span>
          <svg width="100%" height={14} preserveAspectRatio="none" viewBox="0 0 1 14">
            <rect className="rate-ground" x={0} y={0} width={1} height={14} />
            <rect x={0} y={0} width={share ?? 0} height={14} />
          </svg>
          <span className="num">
            {share === null ? "" : `${percent(share)} `}
            <span className="quiet small">
              {count} of {of}
            </span>
          </span>
        </div>
      ))}
    </div>
  </Chart>
);

const Chart = ({
  title,
  heads,
  rows,
  more,
  children,
}: {
  title: string;
  heads: [string, string];
  rows: readonly Bar[];
  more: readonly Column[];
  children: ReactNode;
}) => (
  <div className="chart">
    <p className="chart-title">{title}</p>
    {rows.every(({ count }) => count === 0) ? (
      <p className="quiet">Nothing in these days.</p>
    ) : (
      <>
        {children}
        <Table
          title={title}
          heads={[...heads, ...more.map(({ head }) => head)]}
          rows={rows.map(({ label, count }, index) => [
            label,
            String(count),
            ...more.map(({ cells }) => cells[index] ?? ""),
          ])}
        />
      </>
    )}
  </div>
);

interface TableProps {
  title: string;
  heads: readonly string[];
  /** The first cell of each is its head. */
  rows: readonly (readonly string[])[];
}

/** What a chart shows, in figures. */
export const Table = ({ title, heads, rows }: TableProps) => (
  <details>
    <summary>
      As a table<span className="sr-only">: {title}</span>
    </summary>
    <table>
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...others], index) => (
          <tr key={index}>
            <th scope="row">{first}</th>
            {others.map((cell, column) => (
              <td key={column} className="num">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);
