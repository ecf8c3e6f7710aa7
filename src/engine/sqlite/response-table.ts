import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import type { OutgoingResponse } from "../../host/http.ts";
import { DEDUPE_WINDOW_MS } from "../engine.ts";

const responseSchema = z.object({
  status: z.number(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
});

/** What repeated synchronous requests are answered with, each known for `DEDUPE_WINDOW_MS`. */
export class ResponseTable {
  readonly #put: StatementSync;
  readonly #get: StatementSync;
  readonly #purge: StatementSync;

  constructor(database: DatabaseSync) {
    this.#put = database.prepare(
      "INSERT OR REPLACE INTO response (id, finished_at, response) VALUES (?, ?, ?)",
    );
    this.#get = database.prepare("SELECT response FROM response WHERE id = ? AND finished_at > ?");
    this.#purge = database.prepare(`DELETE FROM response WHERE id IN
      (SELECT id FROM response WHERE finished_at <= ? LIMIT ?)`);
  }

  put(id: string, response: OutgoingResponse, now: number): void {
    this.#put.run(id, now, JSON.stringify(response));
  }

  get(id: string, now: number): OutgoingResponse | undefined {
    const text = this.#get.get(id, now - DEDUPE_WINDOW_MS)?.response;
    return typeof text === "string" ? responseSchema.parse(JSON.parse(text)) : undefined;
  }

  /** Deletes responses that are no longer known. @param most rows at most. @returns how many */
  purge(now: number, most: number): number {
    return Number(this.#purge.run(now - DEDUPE_WINDOW_MS, most).changes);
  }
}
