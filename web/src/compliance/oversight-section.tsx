import type { OversightView } from "../../../src/http/api/compliance-routes.ts";
import { useOversight } from "../api/compliance.ts";
import { Loaded, Loading } from "../parts/states.tsx";
import { kindInWords } from "../../../src/domain/policy-words.ts";

type Line = OversightView["lines"][number];

/** Whether people really look before they approve. */
export const OversightSection = () => (
  <section className="panel setting-block" aria-labelledby="oversight">
    <div>
      <h2 id="oversight">How people decide</h2>
      <p className="quiet">
        Whether oversight is real: who approves what they have not opened, or before anybody could
        have read it, has none. It is for seeing that, for admins and auditors alone, and no score
        of people: use it for nothing else, and ask first what the work is like.
      </p>
    </div>
    <Loaded query={useOversight()} loading={<Loading rows={2} height={32} />}>
      {(view) =>
        view.lines.length === 0 ? (
          <p className="quiet">Nobody has decided anything in the last {view.days} days.</p>
        ) : (
          <>
            <ul className="audit-rows" aria-label="Who decides how">
              {view.lines.map((line) => (
                <Row key={`${line.person} ${line.kind}`} line={line} limits={view.limits} />
              ))}
            </ul>
            <p className="quiet small">
              The last {view.days} days; who opened what is forgotten after them. Times are from
              first opening a proposal here, or from the decision before, to approving it; what is
              approved together shares its time. What was read and decided in Slack, in Teams or by
              mail has none.
            </p>
          </>
        )
      }
    </Loaded>
  </section>
);

const Row = ({ line, limits }: { line: Line; limits: OversightView["limits"] }) => {
  const { person, kind, approvals, unedited, unopened, rejected, timed, reasons } = line;
  const { medianSeconds, longestStreak } = line;
  return (
    <li>
      <span>
        <strong>{person}</strong> <span className="quiet">{kindInWords(kind)}</span>
      </span>
      <span className="quiet small num">
        {approvals} approved, of them {unedited} unedited and {unopened} unopened; {rejected}{" "}
        rejected
        {medianSeconds !== null &&
          `; median ${Math.round(medianSeconds)} s from opening to approving, of ${timed} opened`}
        ; longest streak of fast or unopened ones {longestStreak}
      </span>
      {reasons.map((reason) => (
        <span key={reason} className="clock-state small" data-state="over">
          {wordsOf(reason, limits)}
        </span>
      ))}
    </li>
  );
};

const wordsOf = (reason: Line["reasons"][number], limits: OversightView["limits"]): string =>
  ({
    unopened: `Looks hollow: ${Math.round(limits.unopened * 100)} % or more is approved without opening it`,
    fast: `Looks hollow: half of the approvals come within ${limits.fastSeconds} seconds`,
    streak: `Looks hollow: ${limits.streak} or more in a row, each unopened or within ${limits.fastSeconds} seconds`,
    never_otherwise: `Looks hollow: ${Math.round(limits.unchanged * 100)} % or more is approved as proposed`,
  })[reason];
