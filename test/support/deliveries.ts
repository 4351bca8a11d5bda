/** Deliveries to the product's front doors, made by hand: as Lever or an automation tool would sign them, or not quite. */
import { createHmac, randomUUID } from "node:crypto";
import type { Answer } from "./api.ts";

export interface LeverDelivery {
  event?: string;
  /** Of the address; default: as in the body. */
  path?: string;
  data: Record<string, unknown>;
  id?: string;
  token?: string;
  triggeredAt: number;
  secret: string;
  /** Instead of the right one. Null: none. */
  signature?: string | null;
}

/** Posts one delivery in Lever's envelope. Source: Lever API, webhooks: HMAC-SHA256 over token and time, hex. */
export const deliverAsLever = async (url: string, delivery: LeverDelivery): Promise<Answer> => {
  const { event = "candidateStageChange", triggeredAt, data } = delivery;
  const token = delivery.token ?? randomUUID().replaceAll("-", "");
  const signature =
    delivery.signature === undefined
      ? createHmac("sha256", delivery.secret).update(`${token}${triggeredAt}`).digest("hex")
      : delivery.signature;
  return await post(
    `${url}/webhooks/lever/${delivery.path ?? event}`,
    JSON.stringify({
      id: delivery.id ?? randomUUID(),
      event,
      triggeredAt,
      token,
      ...(signature !== null && { signature }),
      data,
    }),
  );
};

export interface AutomationDelivery {
  body: unknown;
  secret: string;
  /** Unix seconds. */
  timestamp: number;
  deliveryId?: string;
  /** Instead of the right one. Null: none. */
  signature?: string | null;
}

/** Posts one delivery as an automation tool does. */
export const deliverAsAutomation = async (
  url: string,
  delivery: AutomationDelivery,
): Promise<Answer> => {
  const body = typeof delivery.body === "string" ? delivery.body : JSON.stringify(delivery.body);
  const mac = createHmac("sha256", delivery.secret).update(`${delivery.timestamp}.${body}`);
  const signature =
    delivery.signature === undefined ? `sha256=${mac.digest("hex")}` : delivery.signature;
  return await post(`${url}/webhooks/automation`, body, {
    "x-convene-timestamp": String(delivery.timestamp),
    ...(signature !== null && { "x-convene-signature": signature }),
    ...(delivery.deliveryId !== undefined && { "x-convene-delivery": delivery.deliveryId }),
  });
};

/** Posts bytes as they are. */
export const post = async (
  url: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body,
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? null : (JSON.parse(text) as unknown),
  };
};
