/** The meetings of the company's Zoom for somebody who looks. */
import { escapeHtml, htmlPage } from "../html.ts";
import { whenIn } from "../page-words.ts";
import { type ZoomMeeting, endOf, joinUrlOf } from "./meetings.ts";

/** The page at `/zoom`: what is to come first, then what is over, each soonest first. */
export const zoomPage = ({
  meetings,
  now,
}: {
  meetings: readonly ZoomMeeting[];
  now: Temporal.Instant;
}): string => {
  const sorted = meetings.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  const isOver = (meeting: ZoomMeeting): boolean =>
    Temporal.Instant.compare(endOf(meeting), now) <= 0;
  const toCome = sorted.filter((meeting) => !isOver(meeting));
  const over = sorted.filter(isOver);
  const past =
    over.length === 0
      ? ""
      : `<details><summary>${over.length} over</summary><ul>${over.map(meetingItem).join("")}</ul></details>`;
  return htmlPage({
    title: "Zoom",
    body:
      (toCome.length > 0
        ? `<ul>${toCome.map(meetingItem).join("")}</ul>`
        : '<p class="quiet">No meeting is planned.</p>') + past,
  });
};

const meetingItem = (meeting: ZoomMeeting): string => {
  const url = escapeHtml(joinUrlOf(meeting));
  const topic = escapeHtml(meeting.topic);
  return `<li id="${meeting.id}"><strong>${topic}</strong>
<div class="quiet">${escapeHtml(whenIn(meeting.startsAt, meeting.zone))}, ${meeting.durationMinutes} minutes · host ${escapeHtml(meeting.host.name)}</div>
<div><a href="${url}">${url}</a></div>
<div class="quiet">${escapeHtml(meeting.agenda)}</div>
<form class="row" method="post" action="/control/zoom/meetings/${meeting.id}/delete"><input type="hidden" name="back" value="/zoom"><button aria-label="Delete ${topic}">Delete</button></form></li>`;
};
