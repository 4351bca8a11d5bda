/** What somebody is here, the one that may most first. */
export const ROLES = ["admin", "recruiter", "hiring_manager", "interviewer", "auditor"] as const;
export type Role = (typeof ROLES)[number];
