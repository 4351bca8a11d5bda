import "../styles/proposal.css";
import { useProposal } from "../api/queries.ts";
import { Loaded, Loading } from "../parts/states.tsx";
import { ProposalView } from "./proposal-view.tsx";

/** One proposal: what would happen, and why. */
export const ProposalPage = ({ id }: { id: string }) => {
  const query = useProposal(id);
  return (
    <Loaded query={query} loading={<ProposalSkeleton />}>
      {(proposal) => <ProposalView proposal={proposal} />}
    </Loaded>
  );
};

const ProposalSkeleton = () => (
  <div className="page">
    <Loading rows={1} height={56} />
    <div className="proposal-body">
      <Loading rows={2} height={260} />
      <Loading rows={2} height={260} />
    </div>
  </div>
);
