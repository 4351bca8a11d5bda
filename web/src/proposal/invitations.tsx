import { Tabs } from "@mantine/core";
import type { ProposalDetail, RenderedBooking } from "../../../src/http/api/schemas.ts";
import { useSearchParam } from "../parts/search-param.ts";
import { InvitationView } from "./text-views.tsx";

interface InvitationsProps {
  proposal: ProposalDetail;
  invitations: RenderedBooking["invitations"];
}

/** What the panels are sent: the one invitation, or one for each session, of which one is seen at a time. */
export const Invitations = ({ proposal, invitations }: InvitationsProps) => {
  const [session, setSession] = useSearchParam("session");
  const shown = invitations.find(({ sessionId }) => sessionId === session) ?? invitations[0];
  if (!shown) return null;
  if (invitations.length === 1) return <InvitationView invitation={shown} />;
  const nameOf = (id: string): string =>
    proposal.payload.sessions.find(({ sessionId }) => sessionId === id)?.name ?? id;
  return (
    <Tabs
      variant="pills"
      value={shown.sessionId}
      onChange={(value) => setSession(value === invitations[0]?.sessionId ? null : value)}
      keepMounted={false}
      className="invitations"
    >
      <Tabs.List aria-label="Invitation to">
        {invitations.map(({ sessionId }) => (
          <Tabs.Tab key={sessionId} value={sessionId}>
            {nameOf(sessionId)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={shown.sessionId}>
        <InvitationView invitation={shown} />
      </Tabs.Panel>
    </Tabs>
  );
};
