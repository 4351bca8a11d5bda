import { Button } from "@mantine/core";
import type { BookedSession, ScoredItinerary } from "../../../src/domain/proposal.ts";
import type { ProposalDetail } from "../../../src/http/api/schemas.ts";
import { dayInWords, hoursInWords, localTime } from "../parts/time.ts";

interface ChangePanelProps {
  proposal: ProposalDetail;
  isBusy: boolean;
  /** Absent: nothing can be chosen any more. */
  onChoose?: (way: number) => void;
  /** It is to be cancelled instead. */
  onCancel?: () => void;
}

/** What is booked beside what it becomes, and the other ways to mend it. */
export const ChangePanel = ({ proposal, isBusy, onChoose, onCancel }: ChangePanelProps) => {
  const { change, kind, sessions, candidate } = proposal.payload;
  if (!change) return null;
  const isCancelled = kind === "cancel_booking";
  const nameOf = (email: string): string =>
    [...change.before, ...sessions]
      .flatMap(({ panel }) => panel)
      .find((member) => member.email === email)?.name ??
    proposal.calendar.people.find((person) => person.email === email)?.name ??
    email;
  const lineOf = (placed: Placed): string =>
    [
      `${dayInWords(localTime(placed.startsAt, candidate.zone).date)}, ${hoursInWords(placed, candidate.zone)}`,
      placed.panel.map(({ email }) => nameOf(email)).join(", "),
      ...(placed.room ? [`room ${placed.room.name}`] : []),
      ...(isByVideoNow(placed, change.before) ? ["by video"] : []),
    ].join(" · ");
  const ways = kind === "change_booking" ? proposal.alternatives : [];
  return (
    <section className="panel change" aria-labelledby="change">
      <h2 id="change">{isCancelled ? "What is taken back" : "What changes"}</h2>
      <p className="small quiet">{change.because}</p>
      <Differences
        before={change.before}
        after={isCancelled ? [] : sessions}
        lineOf={lineOf}
        isCancelled={isCancelled}
      />
      {ways.length > 0 && onChoose && (
        <>
          <h3 className="small strong">Other ways, the least disturbance first</h3>
          <ul className="change-ways">
            {ways.map((way, index) => (
              <li key={keyOf(way)}>
                <Differences before={change.before} after={way.sessions} lineOf={lineOf} />
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={isBusy}
                  onClick={() => onChoose(index)}
                >
                  Use this
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {!isCancelled && onCancel && (
        <div className="change-instead">
          <Button size="compact-sm" variant="default" disabled={isBusy} onClick={onCancel}>
            Cancel the interview instead
          </Button>
        </div>
      )}
    </section>
  );
};

type Placed = Pick<ScoredItinerary["sessions"][number], "sessionId" | "startsAt" | "endsAt"> & {
  panel: readonly { email: string }[];
  room?: { name: string } | undefined;
  format?: BookedSession["format"] | undefined;
};

/** People came together for it before. */
const isByVideoNow = ({ sessionId, format, room }: Placed, before: readonly BookedSession[]) => {
  const old = before.find((each) => each.sessionId === sessionId);
  if (!old || format !== "video" || room) return false;
  return old.format !== "video" || old.room !== undefined;
};

interface DifferencesProps {
  before: readonly BookedSession[];
  after: readonly Placed[];
  lineOf: (placed: Placed) => string;
  isCancelled?: boolean;
}

/** Each session that is otherwise: as it was, and as it becomes. */
const Differences = ({ before, after, lineOf, isCancelled = false }: DifferencesProps) => {
  const changed = before
    .map((old) => ({ old, present: after.find(({ sessionId }) => sessionId === old.sessionId) }))
    .filter(
      ({ old, present }) => isCancelled || (present && lineOf(present) !== lineOf(old)) === true,
    );
  if (changed.length === 0)
    return <p className="small">As booked: calendar and Lever are put right.</p>;
  return (
    <ul className="change-list">
      {changed.map(({ old, present }) => (
        <li key={old.sessionId}>
          <span className="strong">{old.name}</span>
          <del className="num small">
            <span className="sr-only">Before: </span>
            {lineOf(old)}
          </del>
          {present && (
            <ins className="num small">
              <span className="sr-only">Then: </span>
              {lineOf(present)}
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
};

const keyOf = ({ sessions }: ScoredItinerary): string =>
  sessions
    .map(({ sessionId, startsAt, panel }) =>
      [sessionId, startsAt, ...panel.map(({ email }) => email)].join(" "),
    )
    .join("|");
