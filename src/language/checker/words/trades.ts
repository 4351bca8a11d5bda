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
  passengers guests visitors diners shoppers callers travellers pleading pleadings appeals appeal readers viewers tenants audience audiences engine engines pipeline pipelines module modules table
  ledger schema endpoint reserve_price editor correspondent reporter journalist minutes agreement contract contracts negotiations
  ratio ratios risk_model scorecard underwriting lending officer's support_line magazine journal wing archive's festival_traffic
  dashboard dashboards chatbot bot content copy page pages line transcription subtitles corpus corpora curriculum lessons lesson
  course courses syllabus textbook exam exams visa_office supermarket supermarkets range retailer wholesale menu products'
  patent patents paper papers economics scanner scanners map maps appointment appointments article articles peerage letter letters chart
  charts diagram project projects demonstration session sessions loading cooling heating lighting row rows column columns query queries
  key keys thread threads process processes queue queues protocol protocols scheme schemes grant grants bill charter festival venue
  play drama film documentary book books poem opera concert farm farming barn mill plant depot warehouse workshop
  workshops studio lab laboratory equipment machinery kit switchgear science sciences physics chemistry engineering technology mathematics
  seminar lecture rollout migration upgrade upgrades redesign budget budgets forecast invoices spreadsheet strategy guidance guidelines
  handbook manual leaflet leaflets brochure poster flyer advert formula furniture inspector inspection inspections blender blenders
  controls monitor monitors sensor sensors laser printer printers cable cables valve pump
  guest passenger pupil tenant visitor viewer reader juror tourist tourists traveller herd flock cattle sheep horse horses ewe ewes
  corner corners garden gardens gate gates jargon chorus choir orchestra band visit visits road roads closure closures
  hall gallery auction auctions ticket tickets booking bookings stall float bridge tunnel railway network networks
  economy transport housing dictionary glossary translations
  schedule schedules rota rotas parser compiler cache index server servers interface`);

/** Before a topic: whose it is. */
export const CLIENT = list(`
  customer customers client clients patient patients user users residents tenant tenants pupil pupils
  borrower borrowers policyholder policyholders guest guests passenger passengers claimant claimants defendant defendants
  shopper shoppers viewer viewers reader readers applicant_s_bank veteran_s`);
