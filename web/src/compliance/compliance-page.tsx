import "../styles/compliance.css";
import { Page } from "../parts/page.tsx";
import { useSession } from "../api/session.ts";
import { mayOfAll } from "../shell/places.ts";
import { ChangeLogSection } from "./change-log-section.tsx";
import { DueNotes } from "./due-notes.tsx";
import { ImpactSection } from "./impact-section.tsx";
import { OversightSection } from "./oversight-section.tsx";
import { RegisterSection } from "./register-section.tsx";

/** What the company shows to those who check how it hires with software. */
export const CompliancePage = () => {
  const { data: session } = useSession();
  const mayOversee = mayOfAll(session, "oversee");
  return (
    <Page
      title="Compliance"
      lead="What you show to those who check how you hire with software. It is no legal advice."
    >
      <DueNotes />
      {mayOfAll(session, "admin") && <RegisterSection />}
      {mayOversee && <OversightSection />}
      {mayOversee && <ImpactSection />}
      <ChangeLogSection />
    </Page>
  );
};
