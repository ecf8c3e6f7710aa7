import { z } from "zod";
import type { EntryChange } from "../entry-change.ts";
import { ENTRY_STATES } from "./entry-state.ts";
import type { Erased } from "../erased.ts";

const idsSchema = z.array(z.string()).readonly();

/** Reads what a person asks of the process that uses a data folder. */
export const instructionSchema = z.discriminatedUnion("action", [
  z.object({ action: z.literal("retry"), ids: idsSchema, maySendTwice: z.boolean() }),
  z.object({ action: z.literal("discard"), ids: idsSchema }),
  z.object({ action: z.literal("forget"), person: z.string() }),
]);
/** What a person asks of the process that uses a data folder. */
export type Instruction = z.output<typeof instructionSchema>;

const refusalSchema = z.enum([
  "absent",
  "wrong-state",
  "may-be-sent-twice",
  "caller-gone",
  "content-gone",
]);
const changeSchema = z.discriminatedUnion("changed", [
  z.object({ id: z.string(), changed: z.literal(true) }),
  z.object({
    id: z.string(),
    changed: z.literal(false),
    refusal: refusalSchema,
    state: z.enum(ENTRY_STATES).optional(),
  }),
]);

/** What came of an instruction: of `forget` what was erased, else what became of each entry. */
export interface InstructionOutcome {
  readonly changes: readonly EntryChange[];
  readonly erased: Erased | undefined;
}

const erasedSchema = z.object({
  events: z.number(),
  jobs: z.number(),
  messages: z.number(),
  requests: z.number(),
  responses: z.number(),
  history: z.number(),
  files: z.number(),
  filesLeft: z.number(),
  discarded: z.number(),
  running: z.number(),
});

/** Reads what came of an instruction. */
export const outcomeSchema: z.ZodType<InstructionOutcome> = z
  .object({ changes: z.array(changeSchema), erased: erasedSchema.optional() })
  .transform(({ changes, erased }) => ({
    changes: changes.map((change) =>
      change.changed ? change : { ...change, state: change.state },
    ),
    erased,
  }));
