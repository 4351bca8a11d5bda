/** What the hosts of Zoom meetings do by hand. */
import type { Router } from "express";
import { notFound } from "../lever/protocol.ts";
import { ZoomRefusal } from "../zoom/errors.ts";
import { type ControlOptions, bodyOf, done, text } from "./parts.ts";

/** Routes under `/control/zoom`. */
export const mountZoom = (router: Router, { zoom }: ControlOptions): void => {
  router.get("/zoom/meetings", (_request, response) => {
    response.json({
      items: [...zoom.meetings.values()].map(({ id, host, topic, agenda, startsAt }) => ({
        id: String(id),
        host: host.email,
        topic,
        agenda,
        startsAt: startsAt.toString(),
      })),
    });
  });
  router.post("/zoom/strangers", (request, response) => {
    zoom.strangers.add(text(bodyOf(request), "email"));
    done(request, response);
  });
  router.post("/zoom/meetings/:id/delete", (request, response) => {
    orNotFound(() => zoom.remove(Number(request.params.id)));
    done(request, response);
  });
  router.post("/zoom/meetings/:id/rename", (request, response) => {
    const body = bodyOf(request);
    const agenda = body["agenda"] === undefined ? {} : { agenda: text(body, "agenda") };
    const fields = { topic: text(body, "topic"), ...agenda };
    orNotFound(() => zoom.rename(Number(request.params.id), fields));
    done(request, response);
  });
};

const orNotFound = (act: () => void): void => {
  try {
    act();
  } catch (error) {
    if (error instanceof ZoomRefusal && error.status === 404) throw notFound();
    throw error;
  }
};
