/** What makes a topic somebody's trade or customer instead of the applicant's own. */
import { list } from "./list.ts";

/** After a topic: a product, a place, a branch of study, a group of customers. */
export const DOMAIN = list(`
  app apps software platform platforms product products portal portals service services system systems data dataset datasets database
  databases model models tool tools tooling market markets marketing sector industry clinic clinics ward wards unit units hospital hospitals
  charity charities museum museums studies archive archives law laws lawyer lawyers solicitor solicitors policy
  policies report reports reporting research researcher researchers programme programmes program programs campaign campaigns
  team teams desk department departments client clients customer customers user users patient patients resident residents
  pupils students learners insurance insurer insurers calculator calculators register registry statistics survey surveys api apis
  feature features workflow template templates website websites webpage magazine novel cuisine restaurant restaurants food menu
  kitchen art literature tax office offices embassy consulate ministry supplier suppliers vendor vendors exporters factory
  trial trials device devices nurse nurses midwife adviser advisers advisor advisors officer officers management analytics analysis
  analyst analysts detection recognition processing tracking prevention awareness hearing hearings tribunal tribunals case cases claims
  gap rights reform regulation regulations regulator regulators library libraries collection collections exhibition centre centres center
  centers shelter refuge helpline hotline registrar planner planners photographer photography industry shop shops store stores
  passengers guests visitors readers viewers tenants audience audiences engine engines pipeline pipelines module modules table
  ledger schema endpoint reserve_price editor correspondent reporter journalist minutes agreement contract contracts negotiations
  ratio ratios risk_model scorecard underwriting lending officer's support_line magazine journal wing archive's festival_traffic
  dashboard dashboards chatbot bot content copy page pages line transcription subtitles corpus corpora curriculum lessons lesson
  course courses syllabus textbook exam exams visa_office supermarket supermarkets range retailer wholesale menu products'`);

/** Before a topic: whose it is. */
export const CLIENT = list(`
  customer customers client clients patient patients user users residents tenant tenants pupil pupils
  borrower borrowers policyholder policyholders guest guests passenger passengers claimant claimants defendant defendants
  shopper shoppers viewer viewers reader readers applicant_s_bank veteran_s`);
