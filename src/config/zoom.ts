/** Zoom, as the environment says: an app of one account, whole or not at all. */
import type { Secret } from "../secret.ts";
import type { Environment } from "./environment.ts";

export interface ZoomConfig {
  accountId: string;
  clientId: string;
  clientSecret: Secret;
  apiUrl: string;
  loginUrl: string;
}

const APP = ["ZOOM_ACCOUNT_ID", "ZOOM_CLIENT_ID", "ZOOM_CLIENT_SECRET"] as const;
const PLACES = ["ZOOM_API_URL", "ZOOM_LOGIN_URL"] as const;

/** What is there of an app, and not all of it. */
export const findZoomContradictions = (has: (name: keyof Environment) => boolean): string[] => {
  const absent = APP.filter((name) => !has(name));
  const isMeant = absent.length < APP.length || PLACES.some(has);
  return isMeant && absent.length > 0
    ? [`${absent.join(", ")}: missing; Zoom needs ${APP.join(", ")} together`]
    : [];
};

/** Null: no Zoom. */
export const buildZoom = (env: Environment): ZoomConfig | null => {
  const { ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET } = env;
  if (!ZOOM_ACCOUNT_ID || !ZOOM_CLIENT_ID || !ZOOM_CLIENT_SECRET) return null;
  return {
    accountId: ZOOM_ACCOUNT_ID,
    clientId: ZOOM_CLIENT_ID,
    clientSecret: ZOOM_CLIENT_SECRET,
    apiUrl: env.ZOOM_API_URL ?? "https://api.zoom.us/v2",
    loginUrl: env.ZOOM_LOGIN_URL ?? "https://zoom.us",
  };
};
