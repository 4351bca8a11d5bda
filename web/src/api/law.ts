/** What the law of a place asks to be on record. */
import type { AedtRecordRequest, AedtView } from "../../../src/http/api/aedt-routes.ts";
import type { LegalHoldList, LegalHoldRequest } from "../../../src/http/api/legal-hold-routes.ts";
import type { NoticeList, NoticeRequest } from "../../../src/http/api/notice-routes.ts";
import type { NoticeId } from "../../../src/domain/notice.ts";
import type { AcceptStep, RolloutView } from "../../../src/http/api/rollout-routes.ts";
import type { TwoPeople } from "../../../src/http/api/policy-routes.ts";
import { useChange } from "./changes.ts";
import { api } from "./client.ts";
import { useOne } from "./queries.ts";

/** New York City's rule on tools that help to decide. */
export const useAedt = () => useOne<AedtView>(["aedt"], "/api/aedt");

/** Records something for it. */
export const useRecordAedt = () =>
  useChange<AedtRecordRequest, AedtView>(
    async (said) => await api("POST", "/api/aedt/records", said),
  );

/** Takes a record back. */
export const useWithdrawAedt = () =>
  useChange<string, AedtView>(
    async (id) => await api("POST", `/api/aedt/records/${encodeURIComponent(id)}/withdraw`),
  );

/** What is kept whoever asks for its erasure. */
export const useLegalHolds = () => useOne<LegalHoldList>(["legal-holds"], "/api/legal-holds");

/** Holds something. */
export const useSetLegalHold = () =>
  useChange<LegalHoldRequest, LegalHoldList>(
    async (said) => await api("POST", "/api/legal-holds", said),
  );

/** Ends a hold. */
export const useEndLegalHold = () =>
  useChange<string, LegalHoldList>(
    async (id) => await api("POST", `/api/legal-holds/${encodeURIComponent(id)}/end`),
  );

/** What candidates are told of the software. */
export const useNotices = () => useOne<NoticeList>(["notices"], "/api/notices");

/** Saves a new version of one text. */
export const useSaveNotice = (notice: NoticeId) =>
  useChange<NoticeRequest, NoticeList>(
    async (said) => await api("PUT", `/api/notices/${notice}`, said),
  );

/** How far people agree with what is proposed, and the steps that follow. */
export const useRollout = () => useOne<RolloutView>(["rollout"], "/api/policy/rollout");

/** Rules that ask for two people and have fewer, and changes that have ended such a rule. */
export const useTwoPeople = () => useOne<TwoPeople>(["two-people"], "/api/policy/two-people");

/** Takes a step that is offered. */
export const useAcceptStep = () =>
  useChange<AcceptStep, RolloutView>(
    async (step) => await api("POST", "/api/policy/rollout/accept", step),
  );
