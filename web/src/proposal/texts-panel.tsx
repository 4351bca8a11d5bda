import { Switch, Tabs } from "@mantine/core";
import type { BookingTexts } from "../../../src/domain/proposal.ts";
import type { ProposalDetail, RenderedBooking } from "../../../src/http/api/schemas.ts";
import { useSearchParam } from "../parts/search-param.ts";
import { Badge } from "../parts/badge.tsx";
import { DiffText } from "../parts/diff-text.tsx";
import { Invitations } from "./invitations.tsx";
import { MailView, NoteView } from "./text-views.tsx";

const FIELDS = {
  mail: ["mailSubject", "mailBody"],
  invitation: ["invitationTitle", "invitationBody"],
  note: ["leverNote"],
} as const satisfies Record<string, readonly (keyof BookingTexts)[]>;
type Text = keyof typeof FIELDS;

const FIELD_NAMES: Record<keyof BookingTexts, string> = {
  mailSubject: "Subject",
  mailBody: "Mail",
  invitationTitle: "Title",
  invitationBody: "Description",
  leverNote: "Note",
};

interface TextsPanelProps {
  proposal: ProposalDetail;
  rendered: RenderedBooking;
  /** These are the texts of another time than the proposed one. */
  isOther: boolean;
}

/** The very texts, as their readers will see them; after an edit, what changed. */
export const TextsPanel = ({ proposal, rendered, isOther }: TextsPanelProps) => {
  const [text, setText] = useSearchParam("text");
  const [changes, setChanges] = useSearchParam("changes");
  const before = proposal.previousTexts;
  const now = proposal.payload.texts;
  const isChanged = (name: Text): boolean =>
    before !== null && FIELDS[name].some((field) => before[field] !== now[field]);
  // What nobody outside sees has no mail.
  const hasMail = proposal.audience === "candidate";
  const hasChanges = (hasMail && isChanged("mail")) || isChanged("invitation") || isChanged("note");
  const first: Text = hasMail ? "mail" : "invitation";
  const shown: Text = text === "invitation" || text === "note" ? text : first;
  const isDiff = before !== null && hasChanges && changes !== null;
  const views: Record<Text, React.ReactNode> = {
    mail: <MailView mail={rendered.mail} />,
    invitation: <Invitations proposal={proposal} invitations={rendered.invitations} />,
    note: <NoteView note={rendered.leverNote} />,
  };
  return (
    <section className="panel texts" aria-label="Texts">
      <Tabs
        value={shown}
        onChange={(value) => setText(value === first ? null : value)}
        keepMounted={false}
        className="texts-tabs"
      >
        <div className="texts-head">
          <Tabs.List>
            {hasMail && (
              <Tabs.Tab value="mail">Mail to the candidate{isChanged("mail") && <Dot />}</Tabs.Tab>
            )}
            <Tabs.Tab value="invitation">
              {invitationsInWords(rendered.invitations.length)}
              {isChanged("invitation") && <Dot />}
            </Tabs.Tab>
            <Tabs.Tab value="note">Note in Lever{isChanged("note") && <Dot />}</Tabs.Tab>
          </Tabs.List>
          {isOther && (
            <span className="texts-other">
              <Badge tone="active">
                {rendered.invitations.length === 1 ? "for the other time" : "other times"}
              </Badge>
            </span>
          )}
          {hasChanges && (
            <Switch
              className="texts-switch"
              size="xs"
              label="Show changes"
              checked={isDiff}
              onChange={(event) => setChanges(event.currentTarget.checked ? "yes" : null)}
            />
          )}
        </div>
        {/* A long text scrolls here, so that the keyboard must reach it. */}
        <Tabs.Panel value={shown} className="texts-panel" tabIndex={0}>
          {isDiff
            ? FIELDS[shown].map((field) => (
                <div key={field} className="diff-field">
                  <h3 className="small quiet">{FIELD_NAMES[field]}</h3>
                  <DiffText before={before[field]} after={now[field]} />
                </div>
              ))
            : views[shown]}
        </Tabs.Panel>
      </Tabs>
    </section>
  );
};

const invitationsInWords = (count: number): string =>
  count === 1 ? "Invitation" : `${count} invitations`;

const Dot = () => <span className="dot" title="changed" role="img" aria-label="(changed)" />;
