import type { ReactNode } from "react";

export interface Bar {
  label: string;
  count: number;
}

interface ChartProps {
  /** What it shows, for who does not see it. */
  title: string;
  bars: readonly Bar[];
  /** Heads of the table behind it. */
  heads: [string, string];
}

const HEIGHT = 96;

/** How often which value occurs: a column for each span, in their order. */
export const Histogram = ({ title, bars, heads }: ChartProps) => {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <Chart title={title} heads={heads} rows={bars}>
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
  count === 0 ? 1 : Math.max(3, (count / most) * HEIGHT);

const MOST_BARS = 15;

/** Who or what has how many, as bars from the left, in the order in which they are given. */
export const Bars = ({ title, bars, heads }: ChartProps) => {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const left = bars.length - MOST_BARS;
  return (
    <Chart title={title} heads={heads} rows={bars}>
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

const Chart = ({
  title,
  heads,
  rows,
  children,
}: Omit<ChartProps, "bars"> & { rows: readonly Bar[]; children: ReactNode }) => (
  <div className="chart">
    <p className="chart-title">{title}</p>
    {rows.every(({ count }) => count === 0) ? (
      <p className="quiet">Nothing in these days.</p>
    ) : (
      children
    )}
    <details>
      <summary>
        As a table<span className="sr-only">: {title}</span>
      </summary>
      <table>
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <th scope="col">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, count }, index) => (
            <tr key={`${label} ${index}`}>
              <th scope="row">{label}</th>
              <td className="num">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  </div>
);
