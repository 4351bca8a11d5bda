import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "wouter";
import { useOversight, useRegister } from "../api/compliance.ts";
import { useIsAdmin, useSession } from "../api/session.ts";
import { When } from "../parts/when.tsx";
import { mayOfAll } from "../shell/places.ts";

/** Clocks of the law that are over or soon are, and oversight that looks hollow; nothing for whoever does not keep them. */
export const DueNotes = () => {
  const { data: session } = useSession();
  return useIsAdmin() && mayOfAll(session, "admin") ? (
    <>
      <Clocks />
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
