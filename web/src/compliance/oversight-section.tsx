import type { OversightView } from "../../../src/http/api/compliance-routes.ts";
import { useOversight } from "../api/compliance.ts";
import { Loaded, Loading } from "../parts/states.tsx";
import { kindInWords } from "../settings/rule-words.ts";

type Line = OversightView["lines"][number];

/** Whether people really look before they approve. */
export const OversightSection = () => (
  <section className="panel setting-block" aria-labelledby="oversight">
    <div>
      <h2 id="oversight">How people decide</h2>
      <p className="quiet">
        Whether oversight is real: who approves before anybody could have read has none. It is for
        seeing that, for admins and auditors alone, and no score of people: use it for nothing else,
        and ask first what the work is like.
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
              The last {view.days} days. Times are from first opening a proposal here to approving
              it; what was decided in Slack or by mail has none.
            </p>
          </>
        )
      }
    </Loaded>
  </section>
);

const Row = ({ line, limits }: { line: Line; limits: OversightView["limits"] }) => {
  const { person, kind, approvals, unedited, rejected, timed, medianSeconds, reasons } = line;
  return (
    <li>
      <span>
        <strong>{person}</strong> <span className="quiet">{kindInWords(kind)}</span>
      </span>
      <span className="quiet small num">
        {approvals} approved, {unedited} of them unedited; {rejected} rejected
        {medianSeconds !== null &&
          `; median ${Math.round(medianSeconds)} s from opening to approving, of ${timed}`}
        ; longest streak of fast ones {line.longestStreak}
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
    fast: `Looks hollow: half of the approvals come within ${limits.fastSeconds} seconds`,
    streak: `Looks hollow: ${limits.streak} or more in a row, each within ${limits.fastSeconds} seconds`,
    never_otherwise: `Looks hollow: ${Math.round(limits.unchanged * 100)} % or more is approved as proposed`,
  })[reason];
