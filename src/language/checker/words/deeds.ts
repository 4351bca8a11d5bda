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
  it this that what which something anything everything nothing each all these those there both neither
  answer assumption budget case change code cost data database deadline decision design difference effect error example file
  gap goal idea interview job load loss machine market memory message money number order page part people others customers
  users colleagues plan price problem process product project query question queue release report risk role room sample
  schedule service solution step system table target task team test time tool traffic volume way work meeting`);
