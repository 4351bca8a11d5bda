/** The video link of each session, out of what the steps of its booking left outside. */
import type { VideoUrls } from "../domain/booking-texts.ts";
import type { BookInterview } from "../domain/proposal.ts";
import type { EffectRecord } from "./effects.ts";
import { type Earlier, type EffectKind, refKey } from "./kind.ts";

/** Shape: by session id; without those that have none yet. */
export const videoUrlsOf = ({ sessions }: BookInterview, earlier: Earlier): VideoUrls =>
  Object.fromEntries(
    sessions.flatMap(({ sessionId, videoLink }) => {
      const urlOf = (kind: string) => earlier[refKey({ kind, session: sessionId })]?.["videoUrl"];
      const url = urlOf("calendar_event") ?? urlOf("zoom_meeting") ?? videoLink;
      return url === undefined ? [] : [[sessionId, url] as const];
    }),
  );

/** What the effects of a proposal left outside, as its later steps are given it. */
export const refsOf = (
  steps: readonly EffectKind[],
  effects: readonly EffectRecord[],
): Record<string, NonNullable<EffectRecord["externalRef"]>> =>
  Object.fromEntries(
    effects.flatMap(({ step, externalRef }) => {
      const kind = steps[step];
      return kind && externalRef ? [[refKey(kind), externalRef] as const] : [];
    }),
  );
