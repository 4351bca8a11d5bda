import type { RenderedBooking } from "../../../src/http/api/schemas.ts";

/** The mail as the candidate will read it. */
export const MailView = ({ mail }: { mail: RenderedBooking["mail"] }) => (
  <article aria-label="Mail">
    <dl className="letter-head">
      <dt>To</dt>
      <dd>{mail.to}</dd>
      <dt>Subject</dt>
      <dd className="strong">{mail.subject}</dd>
    </dl>
    <div className="reading">{mail.text}</div>
  </article>
);

/** The calendar invitation as the panel will read it. */
export const InvitationView = ({
  invitation,
}: {
  invitation: RenderedBooking["invitations"][number];
}) => (
  <article aria-label="Invitation">
    <dl className="letter-head">
      <dt>Guests</dt>
      <dd>{invitation.guests.join(", ")}</dd>
      <dt>Title</dt>
      <dd className="strong">{invitation.title}</dd>
    </dl>
    <div className="reading">{invitation.description}</div>
  </article>
);

/** The note as it will stand in Lever. */
export const NoteView = ({ note }: { note: string }) => (
  <article aria-label="Note">
    <div className="reading">{note}</div>
  </article>
);
