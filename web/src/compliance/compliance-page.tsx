import "../styles/compliance.css";
import { Page } from "../parts/page.tsx";
import { ChangeLogSection } from "./change-log-section.tsx";

/** What the company shows to those who check how it hires with software. */
export const CompliancePage = () => (
  <Page
    title="Compliance"
    lead="What you show to those who check how you hire with software. It is no legal advice."
  >
    <ChangeLogSection />
  </Page>
);
