import { z } from "zod";
import type { EntryChange } from "../entry-change.ts";
import { ENTRY_STATES } from "./entry-state.ts";

const idsSchema = z.array(z.string()).readonly();

/** Reads what a person asks of the process that uses a data folder. */
export const instructionSchema = z.discriminatedUnion("action", [
  z.object({ action: z.literal("retry"), ids: idsSchema, maySendTwice: z.boolean() }),
  z.object({ action: z.literal("discard"), ids: idsSchema }),
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

/** What came of an instruction. */
export interface InstructionOutcome {
  readonly changes: readonly EntryChange[];
}

/** Reads what came of an instruction. */
export const outcomeSchema: z.ZodType<InstructionOutcome> = z.object({
  changes: z
    .array(changeSchema)
    .transform((changes) =>
      changes.map((change) => (change.changed ? change : { ...change, state: change.state })),
    ),
});
