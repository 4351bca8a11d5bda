/** Two people have to agree, and one has. */
export const ApprovedBy = ({ by }: { by: string[] }) => (
  <span className="small">Approved by {by.join(", ")}: a second person has to approve it too</span>
);
