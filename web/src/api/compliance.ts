/** What the pages for those who check the company read. */
import type { ChangeLogView } from "../../../src/http/api/compliance-routes.ts";
import { useOne } from "./queries.ts";

/** Which models, prompts and policies were in use. */
export const useChangeLog = () => useOne<ChangeLogView>(["change-log"], "/api/change-log");
