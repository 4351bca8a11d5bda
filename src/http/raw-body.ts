/** Bytes as they came, for doors that verify a signature over them. */
import type { RequestHandler } from "express";
import { getRawBody } from "raw-body";
import { AppError } from "../domain/errors.ts";

/** Puts the whole body, a `Buffer`, on the request. Errors: `payload_too_large` at the first byte too many, without waiting
 * for the rest, and the connection is closed; `input_invalid` for a compressed body. */
export const rawBody =
  (maxBytes: number): RequestHandler =>
  async (request, response, next) => {
    const encoding = request.header("content-encoding") ?? "identity";
    if (encoding.trim().toLowerCase() !== "identity") {
      throw new AppError({
        code: "input_invalid",
        fault: "caller",
        message: "Send the body as it is, without a content-encoding.",
      });
    }
    try {
      request.body = await getRawBody(request, {
        limit: maxBytes,
        length: request.header("content-length") ?? null,
      });
    } catch (error) {
      response.setHeader("connection", "close");
      response.once("finish", () => request.destroy());
      throw error;
    }
    next();
  };
