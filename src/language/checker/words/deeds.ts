/** What people do at work, as feedback tells it without a subject, and what is spoken of that is no person. */
import { list } from "./list.ts";

/** Verbs at the head of a line of feedback: "Adds a test." Those that say what somebody is, has, seems or says are no deeds. */
export const DEEDS = list(`
  adds added adapts adapted agrees aims allocates analyses answers applies arranges asks assesses automates balances begins
  breaks_down brings brought brings_in brought_in builds built calculates carries_out changes checks chooses chose cites closes
  codes collects compares compared configures connects corrects corrected counts covers creates cuts cut debugs decides defines
  delegates delivers demonstrates derives describes designs detects diagnoses discloses discusses divides documents draws drew
  drafts earns_trust edits escalates estimates evaluates examines explains explained explores files fills filters finds found
  fixes fixed follows_up frames gathers gets_a gave_feedback gave_the gives_examples gives_reasons groups halves handles helps
  hides_behind_an identifies implements improves informs inspects installs interviews investigates invites isolates joins keeps
  labels launches lets links lists listens listened logs looks_at looks_for maintains makes makes_a maps measures measured mends
  merges migrates models monitors moves names named negotiates notes offers opens orders organises organizes outlines pairs
  picks pins plans plots prepares prepared presents prevents prices profiles proposes protects proves publishes puts_a
  quantifies questions ranks reads rebuilds recalculates recognises recognizes records recovers reduces refactors refers
  releases removes repairs repeats replaces reports researches resolves restores reviews revises rewrites runs ran samples
  schedules scores searches selects sends separates sets set settles shares sketches solves solved sorts sources splits spots
  spreads starts states stops studies suggests summarises summarizes supports sums surveys switches tells tests tested
  traces tracks trains translates tries tunes turns updates used uses validates verifies visits watches weighs wrote writes`);

/** A subject that is no person, or other people than the one judged. */
export const THINGS = list(`
  it this that what which something anything everything nothing each all these those both neither
  answer assumption budget case change code cost data database deadline decision design difference effect error example file
  gap goal idea interview job load loss machine market memory message money number order page part people others customers
  users colleagues plan price problem process product project query question queue release report risk role room sample
  schedule service solution model plan argument evidence draft deck slide prototype sketch layout chart script pitch step system table target task team test time tool traffic volume way work meeting`);

/** What somebody makes at work or in an exercise, and is judged by. */
export const OUTPUTS = list(`
  answer answers plan plans paper report seminar lecture research demonstration demo analysis letter diagnosis session essay
  project chart map design sketch script code query join lesson drill audit budget forecast proposal summary draft slides deck
  dashboard prototype spreadsheet survey presentation exercise test example examples case solution diagram model brief statement
  article thesis portfolio handover review notes scheme schedule rota timeline estimate costing display poster leaflet advert
  blog translation recipe menu tasting weld joint cut build fix repair piece photographs photos figures numbers data loading`);

/** Past tenses of work that do not end as most do. */
export const IRREGULAR = list(`
 rewrote wrote drew redrew built rebuilt led ran reran cut chose found split set gave taught showed knew brought dealt swept sewed
 laid hung dug wove sold understood foresaw undid redid overcame withdrew held shrank`);

/** Past tenses that say what somebody is, lives, seems or suffers: no work is told by them. */
export const NO_DEEDS = list(`
  acted admitted aged agreed annoyed appeared arrested asked attended banked baptised baptized barked bed behaved blagged blessed bluffed
  blushed boasted bonded booted bored borrowed bounced bragged bulldozed bullied campaigned canvassed cautioned celebrated charged charmed
  claimed cleared clicked coasted coined confessed confided converted convicted coughed cried defaulted deployed disabled discharged disliked
  dismissed dithered divorced dominated dressed dropped drugged earned educated emigrated engaged enlisted exuded failed fasted fidgeted fined
  fired fitted flirted gambled gelled gifted giggled grafted grinned grossed hinted hobbled hunched immigrated implied impressed indeed
  informed insisted interrupted intimidated irritated jailed joined kicked lacked laughed liked limped lived loaned looked loved lucked
  mangled marched married matched maxed mentioned migrated mispronounced mixed moaned mobilised mocked mortgaged moved mumbled need needed
  netted noticed oozed opinionated overpaid overqualified owned panted partied pawned picketed played pocketed practiced practised prayed
  preached preferred pronounced protested puffed radiated raised rambled red relaxed reminded remortgaged rented retarded retired rolled
  roomed sacked scared seemed separated served settled shouted skilled smelled smiled snapped sneered socialised socialized sounded spoiled
  squinted stammered steamrolled stooped stressed struggled strutted stumbled stuttered sulked swanned sweated talented talked tattooed tired
  trembled turned underpaid unmarried unskilled used vibed voted waffled wanted wasted wheezed whined whinged widowed worried worshiped
  worshipped yawned googled concerned naturalised naturalized graduated checked adopted fathered parented commented joked retrained`);
