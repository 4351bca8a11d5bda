/** What a credential may read of Lever is set for each endpoint, and for good when it is made: which of the lists Convene can
 * do without, and what the permission is called. Source: Lever API v1, authentication; docs/lever-setup.md. */
import { isForbidden } from "../domain/errors.ts";

/** Lists that a credential may have no access to. */
export type LeverList =
  | "stages"
  | "users"
  | "feedback_templates"
  | "updated"
  | "advanced"
  | "archived"
  | "deleted";

interface Access {
  list: string;
  permission: string;
  without: string;
}

const OPPORTUNITIES: Omit<Access, "list"> = {
  permission: "Opportunities: read",
  without: "what no webhook tells of it goes unseen",
};

const ACCESS: Record<LeverList, Access> = {
  stages: {
    list: "list of stages (/stages)",
    permission: "Stages: read",
    without: "plans cannot be checked against it",
  },
  users: {
    list: "list of users (/users)",
    permission: "Users: read",
    without: "nobody can be found by the address that a plan names",
  },
  feedback_templates: {
    list: "list of feedback forms (/feedback_templates)",
    permission: "Feedback templates: read",
    without: "no form can be found by the name that a plan gives",
  },
  updated: { list: "list of updated opportunities (/opportunities)", ...OPPORTUNITIES },
  advanced: { list: "list of advanced opportunities (/opportunities)", ...OPPORTUNITIES },
  archived: { list: "list of archived opportunities (/opportunities)", ...OPPORTUNITIES },
  deleted: { list: "list of deleted opportunities (/opportunities/deleted)", ...OPPORTUNITIES },
};

/** What a list has; nothing where the credential may not read it. */
export const unlessForbidden = async <Item>(list: () => Promise<Item[]>): Promise<Item[]> => {
  try {
    return await list();
  } catch (thrown) {
    if (isForbidden(thrown)) return [];
    throw thrown;
  }
};

/** Names the list, the permission that is missing, and what that costs. */
export const wordsOfForbidden = (name: LeverList): string => {
  const { list, permission, without } = ACCESS[name];
  return `Lever's ${list} may not be read with this credential (403): it lacks the permission "${permission}", so ${without}.`;
};
