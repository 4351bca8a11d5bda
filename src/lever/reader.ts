/** Reads of Lever, mapped. Protected-class data (answers to equal-opportunity questions) has no method here, on purpose. */
import { z } from "zod";
import { digestOf } from "../digest.ts";
import { AppError } from "../domain/errors.ts";
import { OpportunityId } from "../domain/ids.ts";
import type { Clock } from "../domain/time.ts";
import { badAnswer } from "./errors.ts";
import type { LeverHttp, Query } from "./http.ts";
import {
  mapDeleted,
  mapFeedbackForm,
  mapFeedbackTemplate,
  mapOpportunity,
  mapOpportunityChange,
  mapPanel,
  mapPosting,
  mapStage,
  mapUser,
} from "./map.ts";
import { mapFeedback, mapNote, mapResume } from "./map-documents.ts";
import { mapRequisition } from "./map-requisition.ts";
import { readAll } from "./paginate.ts";
import { leverPath } from "./path.ts";
import type { LeverReader, Listed, UnreadRecord } from "./port.ts";
import { unwrapOne } from "./unwrap.ts";

interface ReaderDeps {
  http: LeverHttp;
  clock: Clock;
  webUrl: string | null;
}

type Map<Mapped> = (wire: unknown) => Mapped;

/** Reads of one record, of all of a list, and of a list whose records may be unreadable. */
const readsOver = (http: ReaderDeps["http"]) => ({
  one: async <Mapped>(path: string, map: Map<Mapped>, query?: Query): Promise<Mapped> =>
    mapAnswer(path, map, unwrapOne(await http.read(path, query))),
  all: async <Mapped>(path: string, map: Map<Mapped>, query?: Query): Promise<Mapped[]> => {
    const items = await readAll(http, path, query);
    return items.map((item) => mapAnswer(path, map, item));
  },
  listed: async <Mapped>(path: string, map: Map<Mapped>, query: Query): Promise<Listed<Mapped>> =>
    mapEach(map, await readAll(http, path, query)),
});

/** The reader over one account. */
export const createLeverReader = ({ http, clock, webUrl }: ReaderDeps): LeverReader => {
  const { one, all, listed } = readsOver(http);
  return {
    getOpportunity: async (id) =>
      await one(
        leverPath`/opportunities/${id}`,
        (wire) => mapOpportunity(wire, { now: clock.now(), webUrl }),
        { expand: ["applications"] },
      ),
    getStage: async (id) => await one(leverPath`/stages/${id}`, mapStage),
    listStages: async () => await all("/stages", mapStage),
    getPosting: async (id) => await one(leverPath`/postings/${id}`, mapPosting),
    listPostings: async () => {
      const postings = await all("/postings", mapPosting, { state: "published" });
      return postings.filter(({ confidential }) => !confidential);
    },
    findRequisitions: async (code) => {
      const found = await all("/requisitions", mapRequisition, { requisition_code: code });
      return found.filter((each) => each !== null).filter((each) => each.code === code);
    },
    getUser: async (id) => await one(leverPath`/users/${id}`, mapUser),
    listUsers: async () => await all("/users", mapUser, { includeDeactivated: true }),
    findUserByEmail: async (email) => {
      const users = await all("/users", mapUser, { email, includeDeactivated: true });
      const same = users.filter((user) => user.email.toLowerCase() === email.toLowerCase());
      return same.find((user) => !user.deactivated) ?? same[0] ?? null;
    },
    listFeedbackTemplates: async () => await all("/feedback_templates", mapFeedbackTemplate),
    getFeedbackTemplate: async (id) =>
      await one(leverPath`/feedback_templates/${id}`, mapFeedbackForm),
    listPanels: async (id) => await all(leverPath`/opportunities/${id}/panels`, mapPanel),
    listNotes: async (id) => {
      const path = leverPath`/opportunities/${id}/notes`;
      const notes = await all(path, (wire) => mapNote(wire, id));
      return notes.filter((note) => note !== null);
    },
    listResumes: async (id) => {
      const path = leverPath`/opportunities/${id}/resumes`;
      return (await orNone(all(path, (wire) => mapResume(wire, id)))) ?? [];
    },
    downloadResume: async (id, resume, { maxBytes }) =>
      await orNone(
        http.readBytes(leverPath`/opportunities/${id}/resumes/${resume}/download`, maxBytes),
      ),
    listFeedback: async (id) => {
      const path = leverPath`/opportunities/${id}/feedback`;
      const forms = await all(path, (wire) => mapFeedback(wire, id));
      return forms.filter((form) => form !== null);
    },
    listChanged: async (list, since) =>
      await listed("/opportunities", mapOpportunityChange, {
        [`${list}_at_start`]: since.epochMilliseconds,
      }),
    listDeleted: async (since, until) =>
      await listed("/opportunities/deleted", mapDeleted, {
        deleted_at_start: since.epochMilliseconds,
        deleted_at_end: until.epochMilliseconds,
      }),
  };
};

/** Lever says "not found" where there is no resume at all. */
const orNone = async <Found>(asked: Promise<Found>): Promise<Found | null> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.code === "lever_not_found") return null;
    throw error;
  }
};

/** Errors: lever_bad_answer, which names the fields that are wrong and none of their values. */
const mapAnswer = <Mapped>(path: string, map: Map<Mapped>, wire: unknown): Mapped => {
  const asked = { method: "GET", path };
  if (wire === undefined) throw badAnswer(asked, "it holds no record");
  try {
    return map(wire);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw badAnswer(asked, `wrong or missing: ${fieldsOf(error).join(", ")}`);
  }
};

/** Each by itself: a list that is read on from where it ended must not stand still for one record. */
const mapEach = <Mapped>(map: Map<Mapped>, items: readonly unknown[]): Listed<Mapped> => {
  const records: Mapped[] = [];
  const unread: UnreadRecord[] = [];
  for (const wire of items) {
    try {
      records.push(map(wire));
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      const { data } = WithId.safeParse(wire);
      unread.push({
        id: data?.id ?? null,
        fields: fieldsOf(error),
        digest: digestOf(JSON.stringify(wire)),
      });
    }
  }
  return { records, unread };
};

const WithId = z.object({ id: OpportunityId });

const fieldsOf = (error: z.ZodError): string[] => [
  ...new Set(error.issues.map((issue) => issue.path.join(".") || "the record")),
];
