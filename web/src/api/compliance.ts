/** What the pages for those who check the company read. */
import type { ChangeLogView, OversightView } from "../../../src/http/api/compliance-routes.ts";
import type { RegisterList, RegisterRequest } from "../../../src/http/api/register-routes.ts";
import { useChange } from "./changes.ts";
import { api } from "./client.ts";
import { useOne } from "./queries.ts";

/** Which models, prompts and policies were in use. */
export const useChangeLog = () => useOne<ChangeLogView>(["change-log"], "/api/change-log");

/** How people decide, and where oversight looks hollow. */
export const useOversight = () => useOne<OversightView>(["oversight"], "/api/oversight");

/** Breaches and requests about data. */
export const useRegister = () => useOne<RegisterList>(["register"], "/api/register");

/** Records one. */
export const useOpenRegisterEntry = () =>
  useChange<RegisterRequest, RegisterList>(
    async (said) => await api("POST", "/api/register", said),
  );

/** Adds who was told or what was decided. */
export const useNoteInRegister = () =>
  useChange<{ id: string; text: string }, RegisterList>(
    async ({ id, text }) => await api("POST", `${pathOf(id)}/notes`, { text }),
  );

/** Stops its clock. */
export const useSettleRegisterEntry = () =>
  useChange<{ id: string; text: string; settledAt: string }, RegisterList>(
    async ({ id, ...said }) => await api("POST", `${pathOf(id)}/settle`, said),
  );

const pathOf = (id: string): string => `/api/register/${encodeURIComponent(id)}`;
