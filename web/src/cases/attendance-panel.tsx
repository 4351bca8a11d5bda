import { Button, NativeSelect } from "@mantine/core";
import { Link } from "wouter";
import {
  MISSED_IN_WORDS,
  MISSED_REASONS,
  type MissedReason,
} from "../../../src/domain/missed-reason.ts";
import type { AttendanceItem } from "../../../src/http/api/attendance-schemas.ts";
import type { CaseDetail } from "../../../src/http/api/schemas.ts";
import { useAttendance, useInvitation } from "../api/changes.ts";
import { useMayDecide } from "../api/session.ts";
import { isolated } from "../parts/isolated.ts";
import { StatusBadge, statusOf } from "../parts/badge.tsx";
import { tellDone, tellProblem } from "../parts/tell.ts";
import { When } from "../parts/when.tsx";
import { useMayPropose } from "./may-propose.ts";

/** Each time of each interview: whether the candidate will be there, as far as they have said, and whether they came. */
export const AttendancePanel = ({ case_ }: { case_: CaseDetail }) => {
  const say = useAttendance(case_.id);
  const mayDecide = useMayDecide();
  const mayPropose = useMayPropose(case_);
  const tell = (
    { sessionId, startsAt }: AttendanceItem,
    attended: boolean | null,
    reason: MissedReason | null = null,
  ): void =>
    say.mutate(
      { sessionId, startsAt, attended, reason },
      { onSuccess: () => tellDone("Kept. It can be corrected at any time."), onError: tellProblem },
    );
  return (
    <section className="panel briefs" aria-labelledby="attendance">
      <h2 id="attendance">Attendance</h2>
      <ul>
        {case_.attendance.map((item) => (
          <li key={`${item.sessionId} ${item.startsAt}`}>
            <div>
              <p className="strong">{item.name}</p>
              <p className="quiet small">
                <When iso={item.startsAt} /> · {stateOf(item)}
                {item.saidBy !== null && `, as ${item.saidBy} says`}
                {item.reason !== null && `: ${MISSED_IN_WORDS[item.reason]}`}
              </p>
              {item.settlesAt !== null && (
                <p className="quiet small">
                  The candidate hears nothing of it before <When iso={item.settlesAt} />: until then
                  it can be corrected.
                </p>
              )}
              {item.risk !== null && (
                <p className="small">
                  {item.risk.words}
                  {item.risk.isHeldOut && (
                    <span className="quiet"> · of the share that is not helped</span>
                  )}
                </p>
              )}
            </div>
            {mayDecide && item.attended === false && (
              <NativeSelect
                size="xs"
                label="Why it was missed"
                aria-label={`Why it was missed: ${isolated(item.name)}`}
                value={item.reason ?? ""}
                disabled={say.isPending}
                data={[
                  { value: "", label: "Not known" },
                  ...MISSED_REASONS.map((value) => ({ value, label: MISSED_IN_WORDS[value] })),
                ]}
                onChange={({ currentTarget: { value } }) =>
                  tell(item, false, MISSED_REASONS.find((reason) => reason === value) ?? null)
                }
              />
            )}
            {mayDecide && item.hasBegun && (
              <div className="buttons">
                {CHOICES.filter(
                  ({ attended }) => item.saidBy === null || attended !== item.attended,
                )
                  .filter(({ attended }) => attended !== null || item.saidBy !== null)
                  .map(({ label, attended }) => (
                    <Button
                      key={label}
                      size="compact-sm"
                      variant="default"
                      disabled={say.isPending}
                      onClick={() => tell(item, attended)}
                    >
                      {label}
                      <span className="sr-only">: {item.name}</span>
                    </Button>
                  ))}
              </div>
            )}
          </li>
        ))}
        {case_.mayInvite && mayPropose && <Invitation case_={case_} />}
      </ul>
    </section>
  );
};

/** The mail of which nothing came, or that nobody wanted then. */
const Invitation = ({ case_: { id, proposals } }: { case_: CaseDetail }) => {
  const invite = useInvitation(id);
  const newest = proposals.find(({ kind }) => kind === "invite_again");
  const ask = (): void =>
    invite.mutate(undefined, {
      onSuccess: () => tellDone("It is being made. It waits for you in the inbox then."),
      onError: tellProblem,
    });
  return (
    <li>
      <div>
        <p className="strong">Offer them another time</p>
        <p className="quiet small">
          The candidate has not been asked whether they would like one.{" "}
          {newest && <Link href={`/proposals/${newest.id}`}>See the mail of before</Link>}
        </p>
      </div>
      {newest && <StatusBadge status={statusOf(newest)} />}
      <Button size="compact-sm" variant="default" disabled={invite.isPending} onClick={ask}>
        {newest ? "Propose again" : "Propose it"}
        <span className="sr-only">: the mail that offers them another time</span>
      </Button>
    </li>
  );
};

const CHOICES = [
  { label: "Came", attended: true },
  { label: "Did not come", attended: false },
  { label: "Not known", attended: null },
] as const;

const stateOf = ({ hasBegun, isConfirmed, attended }: AttendanceItem): string => {
  if (attended !== null) return attended ? "came" : "did not come";
  if (hasBegun) return "not known whether they came";
  return isConfirmed ? "confirmed by the candidate" : "not confirmed by the candidate";
};
