import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "wouter";
import { useOversight, useRegister } from "../api/compliance.ts";
import { useRollout, useTwoPeople } from "../api/law.ts";
import { useStatus } from "../api/queries.ts";
import { useIsAdmin, useSession } from "../api/session.ts";
import { When } from "../parts/when.tsx";
import { sentence } from "../parts/words.ts";
import { kindInWords } from "../../../src/domain/policy-words.ts";
import { mayOfAll } from "../shell/places.ts";

/** Clocks of the law that are over or soon are, rules that ask for two people and have fewer, steps of the rollout taken back lately, and oversight that looks hollow; nothing for whoever does not keep them. */
export const DueNotes = () => {
  const { data: session } = useSession();
  return useIsAdmin() && mayOfAll(session, "admin") ? (
    <>
      <Clocks />
      <ShortRules />
      <EndedPairs />
      <StepsBack />
      <Hollow />
    </>
  ) : null;
};

const Hollow = () => {
  const lines = useOversight().data?.lines ?? [];
  const hollow = lines.filter(({ reasons }) => reasons.length > 0);
  if (hollow.length === 0) return null;
  return (
    <div className="note" data-tone="waiting">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>Oversight looks hollow in places</strong>
        <p>
          Some approve what they have not opened or faster than anybody reads, or never change or
          reject anything. <Link href="/compliance">See where</Link>
        </p>
      </div>
    </div>
  );
};

/** A week. */
const TOLD_FOR_MS = 7 * 24 * 3_600_000;

const ShortRules = () => {
  const short = useTwoPeople().data?.shortRules ?? [];
  if (short.length === 0) return null;
  return (
    <div className="note" data-tone="failed">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>Two people are asked for, and there are fewer</strong>
        <ul>
          {short.map(({ rule, what }) => (
            <li key={rule}>{sentence(what)}</li>
          ))}
        </ul>
        <p>
          Until the rule asks others, or one more of them may decide, no other change of the policy
          is put in force. <Link href="/settings">To the settings</Link>
        </p>
      </div>
    </div>
  );
};

const EndedPairs = () => {
  const now = useStatus().data?.now;
  const all = useTwoPeople().data?.endedPairs ?? [];
  if (now === undefined) return null;
  const from = Date.parse(now) - TOLD_FOR_MS;
  const lately = all.filter(({ at }) => Date.parse(at) >= from);
  if (lately.length === 0) return null;
  return (
    <div className="note" data-tone="waiting">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>Two people have to agree on less than before</strong>
        <ul>
          {lately.map(({ version, what, by, at }) => (
            <li key={version}>
              {sentence(what)}: changed by {by} <When iso={at} isRelative />
            </li>
          ))}
        </ul>
        <Link href="/settings">To the settings</Link>
      </div>
    </div>
  );
};

const StepsBack = () => {
  const now = useStatus().data?.now;
  const all = useRollout().data?.stepsBack ?? [];
  if (now === undefined) return null;
  const from = Date.parse(now) - TOLD_FOR_MS;
  const lately = all.filter(({ at }) => Date.parse(at) >= from);
  if (lately.length === 0) return null;
  return (
    <div className="note" data-tone="waiting">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>
          {lately.length === 1
            ? "A step was taken back by itself"
            : "Steps were taken back by themselves"}
        </strong>
        <ul>
          {lately.map(({ stageId, stageName, kind, to, last, lastAgreed, at }) => (
            <li key={`${stageId} ${kind} ${at}`}>
              {stageName ?? stageId}, {kindInWords(kind)}: back to {to} mode{" "}
              <When iso={at} isRelative />, since people agreed with {lastAgreed} of the last {last}
            </li>
          ))}
        </ul>
        <Link href="/settings">To the settings</Link>
      </div>
    </div>
  );
};

const Clocks = () => {
  const items = useRegister().data?.items ?? [];
  const due = items.filter(({ state }) => state === "soon" || state === "over");
  if (due.length === 0) return null;
  const isOver = due.some(({ state }) => state === "over");
  return (
    <div className="note" data-tone={isOver ? "failed" : "waiting"}>
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <strong>{isOver ? "A clock of the law is over" : "A clock of the law runs out"}</strong>
        <ul>
          {due.map(({ id, kind, dueAt, state }) => (
            <li key={id}>
              {kind === "breach" ? "A breach: the authority" : "A request about data: an answer"}{" "}
              {state === "over" ? "was due" : "is due"} <When iso={dueAt} isRelative />
            </li>
          ))}
        </ul>
        <Link href="/compliance">To the register</Link>
      </div>
    </div>
  );
};
