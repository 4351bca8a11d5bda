/** Other words. Tokens stand for facts, so that nobody can mistype a time; the preview shows them filled. */
import { Button, Code, Group, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useLocation } from "wouter";
import type { BookingTexts, ScoredSlot } from "../../../../src/domain/proposal.ts";
import type { ProposalDetail } from "../../../../src/http/api/schemas.ts";
import { useDecision, usePreview } from "../../api/queries.ts";
import { Problem } from "../../parts/states.tsx";

const TOKENS: [string, string][] = [
  ["{{candidate}}", "the candidate's name"],
  ["{{when}}", "day, time and zone"],
  ["{{duration}}", "length"],
  ["{{panel}}", "names of the panel"],
  ["{{session}}", "name of the session"],
  ["{{posting}}", "the role"],
  ["{{company}}", "the company"],
  ["{{where}}", "video link or place"],
  ["{{prepare}}", "what to prepare"],
  ["{{when_panel}}", "time for each of the panel"],
  ["{{agenda}}", "agenda"],
  ["{{lever}}", "link to Lever"],
  ["{{job}}", "link to the job"],
];

const FIELDS: { name: keyof BookingTexts; label: string; isLong: boolean }[] = [
  { name: "mailSubject", label: "Mail: subject", isLong: false },
  { name: "mailBody", label: "Mail", isLong: true },
  { name: "invitationTitle", label: "Invitation: title", isLong: false },
  { name: "invitationBody", label: "Invitation", isLong: true },
  { name: "leverNote", label: "Note in Lever", isLong: true },
];

const PREVIEW_MS = 300;

interface EditProps {
  proposal: ProposalDetail;
  chosen: ScoredSlot | null;
  onClose: () => void;
}

/** The editor. Saving makes a new proposal, which waits for its own approval. */
export const EditTexts = ({ proposal, chosen, onClose }: EditProps) => {
  const [texts, setTexts] = useState(proposal.payload.texts);
  const [settled] = useDebouncedValue(texts, PREVIEW_MS);
  const edit = { texts: settled, ...(chosen && { startsAt: chosen.startsAt }) };
  const preview = usePreview(proposal.id, edit);
  const decision = useDecision(proposal.id);
  const [, go] = useLocation();
  const save = (): void => {
    decision.mutate(
      { decision: "edit", digest: proposal.digest, payload: { ...edit, texts } },
      {
        onSuccess: ({ proposal: next }) => {
          notifications.show({ message: "Saved. Look at it once more, then book." });
          go(`/proposals/${next.id}`);
        },
      },
    );
  };
  return (
    <section className="paper" aria-label="Edit the texts">
      <Stack p="md" gap="sm">
        <Title order={2} size="sm">
          Edit the texts
        </Title>
        <Text size="sm" className="quiet">
          Words in double braces are filled in when it is sent:{" "}
          {TOKENS.map(([token, meaning]) => (
            <span key={token} title={meaning}>
              <Code>{token}</Code> {meaning}.{" "}
            </span>
          ))}
        </Text>
        {FIELDS.map(({ name, label, isLong }) =>
          isLong ? (
            <Textarea
              key={name}
              label={label}
              autosize
              minRows={4}
              maxRows={18}
              value={texts[name]}
              onChange={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
            />
          ) : (
            <TextInput
              key={name}
              label={label}
              value={texts[name]}
              onChange={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
            />
          ),
        )}
        {preview.error ? (
          <Problem error={preview.error} />
        ) : (
          preview.data && (
            <Stack gap={4} aria-live="polite">
              <Text size="sm" className="quiet">
                The mail will read
              </Text>
              <Text fw={600}>{preview.data.rendered.mail.subject}</Text>
              <pre className="text">{preview.data.rendered.mail.text}</pre>
            </Stack>
          )
        )}
        {decision.error && <Problem error={decision.error} />}
        <Group>
          <Button onClick={save} loading={decision.isPending} disabled={preview.error !== null}>
            Save changes
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Text size="sm" className="quiet">
            Nothing is sent yet.
          </Text>
        </Group>
      </Stack>
    </section>
  );
};
