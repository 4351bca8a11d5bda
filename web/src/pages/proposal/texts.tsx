/** The very texts, as their readers will see them, with what an edit changed. */
import { SegmentedControl, Stack, Switch, Text } from "@mantine/core";
import { useState } from "react";
import type { BookingTexts } from "../../../../src/domain/proposal.ts";
import type { ProposalDetail, RenderedBooking } from "../../../../src/http/api/schemas.ts";
import { diffLines } from "./diff.ts";

type Which = "mail" | "invitation" | "note";

const TABS: { value: Which; label: string }[] = [
  { value: "mail", label: "Mail to the candidate" },
  { value: "invitation", label: "Invitation" },
  { value: "note", label: "Note in Lever" },
];

/** The texts. */
export const Texts = ({ proposal, rendered }: { proposal: ProposalDetail; rendered: RenderedBooking }) => {
  const [which, show] = useState<Which>("mail");
  const [isDiff, setDiff] = useState(false);
  const before = proposal.previousTexts;
  return (
    <section className="paper" aria-label="The texts">
      <Stack p="md" gap="sm">
        <SegmentedControl
          aria-label="Which text"
          data={TABS}
          value={which}
          onChange={(value) => show(value as Which)}
          fullWidth
        />
        {before && (
          <Switch
            label="Show what was changed"
            checked={isDiff}
            onChange={(event) => setDiff(event.currentTarget.checked)}
          />
        )}
        {before && isDiff ? (
          <Diff before={before} after={proposal.payload.texts} which={which} />
        ) : (
          <Shown which={which} rendered={rendered} />
        )}
      </Stack>
    </section>
  );
};

const Shown = ({ which, rendered }: { which: Which; rendered: RenderedBooking }) => {
  if (which === "note") return <pre className="text">{rendered.leverNote}</pre>;
  const head =
    which === "mail"
      ? { to: rendered.mail.to, subject: rendered.mail.subject }
      : { to: rendered.invitation.guests.join(", "), subject: rendered.invitation.title };
  return (
    <>
      <dl className="facts">
        <dt>To</dt>
        <dd className="wrap">{head.to}</dd>
        <dt>{which === "mail" ? "Subject" : "Title"}</dt>
        <dd className="wrap">{head.subject}</dd>
      </dl>
      <pre className="text">
        {which === "mail" ? rendered.mail.text : rendered.invitation.description}
      </pre>
      {which === "mail" && (
        <Text size="sm" className="quiet">
          With a calendar file. A line below says that it was sent by software and that a reply reaches a person.
        </Text>
      )}
    </>
  );
};

const FIELDS: Record<Which, (keyof BookingTexts)[]> = {
  mail: ["mailSubject", "mailBody"],
  invitation: ["invitationTitle", "invitationBody"],
  note: ["leverNote"],
};

const Diff = ({ before, after, which }: { before: BookingTexts; after: BookingTexts; which: Which }) => (
  <pre className="text">
    {FIELDS[which]
      .flatMap((field) => diffLines(before[field], after[field]))
      .map((line, index) => (
        <span key={index} className={line.kind === "same" ? undefined : line.kind} style={{ display: "block" }}>
          {line.kind === "added" ? "+ " : line.kind === "removed" ? "- " : "  "}
          {line.text}
        </span>
      ))}
  </pre>
);
