/** Webhooks by API. The signing token is told once, on create; the list has no `hasNext`. */
import type { Router } from "express";
import {
  type ProtocolOptions,
  type Wire,
  badRequest,
  bodyOf,
  isWire,
  notFound,
  objectsField,
  sendOne,
  textField,
  textsField,
} from "./protocol.ts";
import type { LeverState } from "./state.ts";
import { EVENTS, ORIGINS, type Webhook, type Webhooks } from "./webhooks.ts";

/** `/webhooks`. */
export const mountWebhooks = (
  router: Router,
  { webhooks, state }: { webhooks: Webhooks; state: LeverState },
  options: ProtocolOptions,
): void => {
  const journal = (kind: string, webhookId: string) =>
    state.journal.add({ service: "lever", kind, ids: { webhookId } });
  router.get("/webhooks", (_request, response) => {
    response.json({ data: webhooks.list().map((hook) => webhookWire(hook)) });
  });
  router.post("/webhooks", (request, response) => {
    const body = bodyOf(request);
    const url = urlOf(body);
    const event = textField(body, "event");
    if (!url) throw badRequest("is required at /url");
    if (!event || !Object.hasOwn(EVENTS, event)) throw badRequest("must be an event at /event");
    const { origins, verify } = configurationOf(body);
    const hook = webhooks.register({ event, url, ...(origins && { origins }) });
    journal("webhook.created", hook.id);
    if (verify) webhooks.test(hook);
    const wire = webhookWire(hook, { signatureToken: hook.signatureToken });
    sendOne(response, wire, { status: 201, doubleWrap: options.doubleWrap() });
  });
  router.put("/webhooks", (request, response) => {
    const items = objectsField(bodyOf(request), "data");
    const known = webhooks.list();
    if (items.some(({ id }) => !known.some((hook) => hook.id === id))) throw notFound();
    const changes = items.map((item) => ({
      id: textField(item, "id") ?? "",
      url: urlOf(item),
      ...configurationOf(item),
    }));
    const changed = changes.map(({ id, url, origins, verify }) => {
      const hook = webhooks.change(id, { ...(url && { url }), ...(origins && { origins }) });
      if (!hook) throw notFound();
      journal("webhook.changed", id);
      if (verify) webhooks.test(hook);
      return webhookWire(hook);
    });
    response.json({ data: changed });
  });
  router.delete("/webhooks/:webhook", (request, response) => {
    if (!webhooks.remove(request.params.webhook)) throw notFound();
    journal("webhook.deleted", request.params.webhook);
    response.status(204).end();
  });
};

const urlOf = (body: Wire): string | null => {
  const url = textField(body, "url");
  if (url !== null && !URL.canParse(url)) throw badRequest("must be an address at /url");
  return url;
};

const configurationOf = (body: Wire): { origins: string[] | null; verify: boolean } => {
  const configuration = body["configuration"];
  if (!isWire(configuration)) return { origins: null, verify: false };
  const conditions = configuration["conditions"];
  const origins = isWire(conditions) ? textsField(conditions, "origins") : null;
  const known: readonly string[] = ORIGINS;
  if (origins?.some((origin) => !known.includes(origin))) {
    throw badRequest("must be origins at /configuration/conditions/origins");
  }
  return { origins, verify: configuration["verifyConnection"] === true };
};

const webhookWire = (hook: Webhook, secret: { signatureToken?: string } = {}): Wire => ({
  id: hook.id,
  event: hook.event,
  url: hook.url,
  createdAt: hook.createdAt,
  updatedAt: hook.updatedAt,
  configuration: { ...(hook.origins && { conditions: { origins: hook.origins } }), ...secret },
});
