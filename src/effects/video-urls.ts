/** The video link of each session, out of what the steps of its booking left outside. */
import { needsNewMeeting } from "../domain/change.ts";
import type { VideoUrls } from "../domain/booking-texts.ts";
import type { BookInterview } from "../domain/proposal.ts";
import type { EffectRecord } from "./effects.ts";
import { type Earlier, type EffectKind, refKey } from "./kind.ts";
import { matchSteps } from "./match-steps.ts";

/** Shape: by session id; without those that have none yet. A meeting that stays has the link that it had. */
export const videoUrlsOf = (payload: BookInterview, earlier: Earlier): VideoUrls =>
  Object.fromEntries(
    payload.sessions.flatMap((session) => {
      const { sessionId, videoLink } = session;
      const urlOf = (kind: string) => earlier[refKey({ kind, session: sessionId })]?.["videoUrl"];
      const standing = payload.change?.meetings?.find((each) => each.sessionId === sessionId);
      const stays = needsNewMeeting(payload, session) ? undefined : standing?.videoUrl;
      const url = urlOf("calendar_event") ?? urlOf("zoom_meeting") ?? stays ?? videoLink;
      return url === undefined ? [] : [[sessionId, url] as const];
    }),
  );

/** What the effects of a proposal left outside, as its later steps are given it: with `before`, those of lower steps alone. */
export const refsOf = (
  steps: readonly EffectKind[],
  effects: readonly EffectRecord[],
  before = Infinity,
): Record<string, NonNullable<EffectRecord["externalRef"]>> => {
  const kinds = matchSteps(steps, effects);
  return Object.fromEntries(
    effects.flatMap(({ id, step, externalRef }) => {
      const kind = kinds.get(id);
      return kind && externalRef && step < before ? [[refKey(kind), externalRef] as const] : [];
    }),
  );
};
