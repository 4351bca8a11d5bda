/** Parts of a zip file, unpacked with an eye on how much comes out: what a part says of its own size is not believed. */
import JSZip from "jszip";
import { z } from "zod";
import { LIMITS } from "./limits.ts";

/** More came out than is read. */
export class TooMuch extends Error {
  override readonly name = "TooMuch";
}

/** A zip file of which parts can be asked for. */
export interface ZipParts {
  names: string[];
  /** The part as bytes; null when there is none. Errors: `TooMuch`; any error when it is damaged. */
  read(name: string): Promise<Uint8Array | null>;
}

/** Opens the file. Errors: any error when it is no zip file; `TooMuch` for too many entries. */
export const openZip = async (bytes: Uint8Array): Promise<ZipParts> => {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files);
  if (names.length > LIMITS.zipEntries) throw new TooMuch();
  let unpacked = 0;
  return {
    names,
    read: async (name) => {
      const entry = zip.file(name);
      if (entry === null) return null;
      const chunks: Uint8Array[] = [];
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      const stream = Streaming.parse(entry).internalStream("uint8array");
      stream.on("data", (chunk) => {
        unpacked += chunk.length;
        if (unpacked <= LIMITS.unpackedBytes) return void chunks.push(chunk);
        stream.pause();
        reject(new TooMuch());
      });
      stream.on("error", (error) => reject(error instanceof Error ? error : new Error("damaged")));
      stream.on("end", () => resolve(Buffer.concat(chunks)));
      stream.resume();
      return await promise;
    },
  };
};

interface PartStream {
  on(event: "data", listener: (chunk: Uint8Array) => void): void;
  on(event: "error", listener: (error: unknown) => void): void;
  on(event: "end", listener: () => void): void;
  pause(): void;
  resume(): void;
}

/** JSZip documents this method; its own types leave it out. */
const Streaming = z.custom<{ internalStream(type: "uint8array"): PartStream }>(
  (value) => typeof value === "object" && value !== null && "internalStream" in value,
);

/** A new zip file of these parts. */
export const makeZip = async (parts: ReadonlyMap<string, Uint8Array | string>): Promise<Buffer> => {
  const zip = new JSZip();
  for (const [name, content] of parts) zip.file(name, content);
  return await zip.generateAsync({ type: "nodebuffer", compression: "STORE" });
};
