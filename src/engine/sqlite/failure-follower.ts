import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import type { FollowFailure } from "../failed-send.ts";
import { writeEffects, type EffectTargets } from "./effect-writer.ts";
import { readSend } from "./stored-item.ts";

const rowSchema = z.object({
  item: z.string().nullable(),
  reason: z.string().nullable(),
  attempts: z.number(),
  message_id: z.string().nullable(),
});

const NOTHING = (): void => {};

/** Stores the job that follows a message which failed for good, with that it failed. */
export class FailureFollower {
  readonly #find: StatementSync;
  #follow: FollowFailure = () => undefined;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare(
      "SELECT item, reason, attempts, message_id FROM entry WHERE seq = ?",
    );
  }

  /** Sets what follows; nothing does until then. */
  set(follow: FollowFailure): void {
    this.#follow = follow;
  }

  /**
   * Writes what follows a message that is dead now; to be called in a transaction.
   * @param code the far side's own
   * @returns puts it into its lane, once it is stored
   */
  write(seq: number, code: string | undefined, targets: EffectTargets, now: number): () => void {
    const { item, reason, attempts, message_id } = rowSchema.parse(this.#find.get(seq));
    if (item === null) return NOTHING;
    const messageId = message_id ?? undefined;
    const job = this.#follow({
      ...{ send: readSend(item), reason: reason ?? "" },
      ...{ code, attempts, messageId },
    });
    return job === undefined ? NOTHING : writeEffects({ jobs: [job], sends: [] }, targets, now);
  }
}
