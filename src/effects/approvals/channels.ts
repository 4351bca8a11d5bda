/** How a question for a decision leaves: as a message with buttons in Slack, a card in Teams, or a mail with a signed link. */
import type { ApprovalContent } from "../../cases/approval-content.ts";
import type { Standing } from "../../cases/asked-readers.ts";
import type { CaseRecord, ProposalRecord } from "../../cases/records.ts";
import type { RenderedAlert } from "../../domain/alert.ts";
import { cleanLine } from "../../domain/quoted.ts";
import { AppError } from "../../domain/errors.ts";
import type { Links } from "../../links/links.ts";
import type { Mailer } from "../../messaging/port.ts";
import { type SlackMessageBody, approvalBody } from "../../messaging/slack-approval.ts";
import type { SentMessage, Slack } from "../../messaging/slack.ts";
import type { Teams } from "../../messaging/teams.ts";
import { letterOf } from "../kinds/tell-person.ts";
import type { ApprovalMessageRow } from "./rows.ts";

export interface ChannelDeps {
  chat: { slack: Slack | null; teams: Teams | null };
  mailer: Mailer;
  messageIdDomain: string;
  links: Links;
  publicUrl: string;
  companyName: string;
}

/** One question as it stands. */
export interface Question {
  row: ApprovalMessageRow;
  proposal: ProposalRecord;
  case_: CaseRecord;
  standing: Standing;
  /** Null: nothing of it is told here. */
  content: ApprovalContent | null;
}

/** Said where nothing of it may be told: no candidate, no words of it. */
const placeOf = ({ stageName, postingTitle }: CaseRecord): string =>
  `${cleanLine(stageName, 100)} (${cleanLine(postingTitle, 100)})`;

const titleOf = ({ standing, case_ }: Question): string =>
  `${standing.isOpen ? "A decision waits" : "Decision"}: ${placeOf(case_)}`;

const pageOf = ({ id }: ProposalRecord, { publicUrl }: ChannelDeps): string =>
  `${publicUrl}/proposals/${id}`;

/** What a reader in Slack sees. */
export const bodyOf = (question: Question, deps: ChannelDeps): SlackMessageBody => {
  const { proposal, standing, content } = question;
  const isTold = standing.isOpen && content !== null;
  return approvalBody({
    title: (isTold && content.subject) || titleOf(question),
    lines: [
      ...(isTold ? [`Risk: ${proposal.risk}.`] : []),
      ...standing.lines,
      ...(standing.isOpen && content === null ? ["It is read and decided on its page alone."] : []),
    ],
    facts: isTold ? content.facts : [],
    texts: isTold ? content.texts : [],
    pageUrl: pageOf(proposal, deps),
    press: isTold
      ? { proposalId: proposal.id, digest: proposal.digest, mayEdit: content.changeable !== null }
      : null,
  });
};

/** Sends it for the first time. `handOver`: as of a mail. Shape: where it is, in Slack. Errors: those of the channel. */
export const sendQuestion = async (
  question: Question,
  handOver: () => Promise<void>,
  deps: ChannelDeps,
): Promise<SentMessage | null> => {
  const { row, proposal, case_, standing } = question;
  const { slack, teams } = deps.chat;
  if (row.channel === "slack") return await sendInSlack(question, slack ?? gone("Slack"), deps);
  if (row.channel === "teams") {
    const lines = ["Somebody of the team is asked for a decision.", ...standing.lines];
    const links = [{ label: "Open in Convene", url: pageOf(proposal, deps) }];
    const card = { title: `A decision waits: ${placeOf(case_)}`, lines, links };
    await (teams ?? gone("Teams")).post(card, handOver);
    return null;
  }
  await mail(row, { ...(await letter(question, deps)) }, { handOver, deps, suffix: "" });
  return null;
};

/** Says where it was asked that nobody decided, that it was approved after an edit, or that it waits for others as well by now: what is sent
 * cannot be changed there. */
export const sendLater = async (
  { row, proposal, case_, standing }: Question,
  handOver: () => Promise<void>,
  deps: ChannelDeps,
): Promise<void> => {
  const links = [{ label: "Open in Convene", url: pageOf(proposal, deps) }];
  const { isOpen, approvedEdited } = standing;
  const closed = approvedEdited === null ? "No decision came in time" : "Approved";
  const said: RenderedAlert = {
    title: `${isOpen ? "A decision still waits" : closed}: ${placeOf(case_)}`,
    lines: standing.lines,
    links,
  };
  if (row.channel === "teams") await (deps.chat.teams ?? gone("Teams")).post(said, handOver);
  else await mail(row, said, { handOver, deps, suffix: "-end" });
};

/** After a crash nobody knows whether it left: it is looked for before it is sent again. */
const sendInSlack = async (
  question: Question,
  { reader, asker }: Slack,
  deps: ChannelDeps,
): Promise<SentMessage> => {
  const { row } = question;
  const person = await reader.findPerson(row.email ?? "");
  if (person === null) return gone("Slack");
  const before = row.attempts > 0 ? await reader.findMessage(person, row.id) : null;
  const body = bodyOf(question, deps);
  if (!before) return await asker.send(person, body, row.id);
  await asker.update(before, body);
  return before;
};

const letter = async (
  { row, proposal, case_, standing, content }: Question,
  deps: ChannelDeps,
): Promise<RenderedAlert> => {
  const token = await deps.links.make("approval", row.id, proposal.expiresAt);
  const url = content === null ? pageOf(proposal, deps) : `${deps.publicUrl}/decide/${token}`;
  return {
    title: `Please decide: ${content?.subject ?? placeOf(case_)}`,
    lines: [
      `Risk: ${proposal.risk}.`,
      ...(row.insteadOf === null
        ? []
        : ["Slack does not take messages for you, so this comes by mail."]),
      ...standing.lines,
      ...(content === null ? ["It is read and decided on its page alone."] : []),
      ...[...(content?.facts ?? []), ...(content?.texts ?? [])].map(
        ({ label, text }) => `${label}:\n${text}`,
      ),
      ...(content === null
        ? []
        : [
            "The link is yours alone: whoever has it can decide in your name. Opening it changes nothing.",
          ]),
    ],
    links: [{ label: content === null ? "Open in Convene" : "Read and decide", url }],
  };
};

interface Posting {
  handOver: () => Promise<void>;
  deps: ChannelDeps;
  suffix: string;
}

const mail = async (
  { id, email, reader }: ApprovalMessageRow,
  said: RenderedAlert,
  { handOver, deps, suffix }: Posting,
): Promise<void> => {
  const messageId = `<${id}${suffix}@${deps.messageIdDomain}>`;
  const to = { email: email ?? "", name: reader.includes("@") ? "" : reader };
  await deps.mailer.send({ messageId, to, ...letterOf(said, deps.companyName) }, handOver);
};

/** Errors: always `message_rejected`. */
const gone = (name: string): never => {
  throw new AppError({
    code: "message_rejected",
    fault: "upstream",
    message: `${name} cannot be reached for who is asked any more.`,
  });
};
