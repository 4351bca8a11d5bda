/** What a brief quotes of feedback forms, by their ids: pure. It is shown, sent and told only to who may read the form by then. */
import type { Brief, BriefReader, BriefSource, SendBrief } from "../domain/brief.ts";
import type { UserId } from "../domain/ids.ts";
import type { FeedbackFacts } from "./owed.ts";
import { readingsById } from "./reading.ts";

const PREFIX = "feedback/";

const formOf = (document: string): string | null =>
  document.startsWith(PREFIX) ? document.slice(PREFIX.length) : null;

/** Ids of the forms that any part of it quotes, each once. */
export const quotedForms = ({ brief, readers }: SendBrief): string[] => [
  ...new Set([...formsIn(brief), ...readers.flatMap(({ documents }) => idsOf(documents))]),
];

/** The same of what all of its readers see. */
export const formsIn = ({ documents }: Pick<Brief, "documents">): string[] => [
  ...new Set(idsOf(documents)),
];

const idsOf = (documents: readonly { id: string }[]): string[] =>
  documents.flatMap(({ id }) => formOf(id) ?? []);

type MayRead = (formId: string) => boolean;

/** Without what it says of forms that may not be read, in any part. */
export const withoutForms = (payload: SendBrief, mayRead: MayRead): SendBrief => ({
  ...payload,
  brief: briefWithoutForms(payload.brief, mayRead),
  readers: payload.readers.map((reader): BriefReader => ({
    ...reader,
    feedback: reader.feedback.filter(standsBy(mayRead)),
    documents: reader.documents.filter(({ id }) => isReadable(id, mayRead)),
  })),
});

/** As one of its readers may read it now. */
export const briefReadBy = (
  payload: SendBrief,
  userId: UserId,
  facts: FeedbackFacts,
): SendBrief => {
  const readingOf = readingsById(facts, userId);
  return withoutForms(payload, (formId) => readingOf(formId) === "allowed");
};

/** The same of what all of its readers see. */
export const briefWithoutForms = (brief: Brief, mayRead: MayRead): Brief => {
  const stands = standsBy(mayRead);
  return {
    ...brief,
    documents: brief.documents.filter(({ id }) => isReadable(id, mayRead)),
    highlights: brief.highlights.filter(stands),
    background: brief.background.filter(stands),
    probe: brief.probe.filter(stands),
    selling: brief.selling.filter(stands),
  };
};

const standsBy =
  (mayRead: MayRead) =>
  ({ sources }: { sources: readonly BriefSource[] }): boolean =>
    sources.every(({ document }) => isReadable(document, mayRead));

const isReadable = (document: string, mayRead: MayRead): boolean => {
  const form = formOf(document);
  return form === null || mayRead(form);
};
