/** The text that a person works on, with what may be asked of it. One writes, and hears of what they look at alone: a letter in
 * one field lets no other be drawn anew. */
import { replaceEqualDeep } from "@tanstack/react-query";
import type { PlanCheck } from "../../../src/http/api/plan-schemas.ts";
import { type PlanPath, type PlanValue, readPlan, writeAt } from "./plan-text.ts";

export type PlanFault = PlanCheck["faults"][number];

export interface PlanStore {
  /** Called after each change. Shape: what ends it. */
  subscribe(listener: () => void): () => void;
  text(): string;
  /** Values of the text, else of the last one that could be read; what did not change stays the same object. */
  value(): PlanValue;
  /** Whether the text is YAML as it stands. */
  isReadable(): boolean;
  faults(): readonly PlanFault[];
  setText(text: string): void;
  setFaults(faults: readonly PlanFault[]): void;
  /** Writes one value; undefined takes it away. */
  set(path: PlanPath, value: unknown): void;
  /** Any other change of the text. */
  change(edit: (text: string) => string): void;
}

/** Begins with a text. */
export const createPlanStore = (start: string): PlanStore => {
  const listeners = new Set<() => void>();
  let text = start;
  const first = readPlan(start);
  let value: PlanValue = first ?? {};
  let isReadable = first !== null;
  let faults: readonly PlanFault[] = [];
  const tell = (): void => listeners.forEach((listener) => listener());
  const setText = (next: string): void => {
    if (next === text) return;
    text = next;
    const read = readPlan(next);
    isReadable = read !== null;
    if (read !== null) value = replaceEqualDeep(value, read);
    tell();
  };
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    text: () => text,
    value: () => value,
    isReadable: () => isReadable,
    faults: () => faults,
    setText,
    setFaults: (next) => {
      const shared = replaceEqualDeep(faults, next);
      if (shared === faults) return;
      faults = shared;
      tell();
    },
    set: (path, written) => setText(writeAt(text, path, written)),
    change: (edit) => setText(edit(text)),
  };
};
