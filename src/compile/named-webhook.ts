import type { CheckedBody, CheckedFile } from "../check/script.ts";
import type { VariableSlot } from "../check/scope.ts";
import { findWebhookAnswers } from "../check/webhook-answers.ts";
import type { Frame } from "../runtime/frame.ts";
import type { Value } from "../runtime/value/value.ts";
import { webhookVariable } from "../runtime/webhook-request.ts";
import { webhookResponse } from "../runtime/webhook-response.ts";
import type { RunContext } from "../runtime/run.ts";

/** How a `WEBHOOK "name"` begins and ends: with the request in its variables, with a response from them. */
export interface NamedWebhook {
  /** Fills the variables that the body is given. */
  begin(frame: Frame, context: RunContext): void;
  /** Makes the response of what the body left behind. */
  answer(frame: Frame): Value;
}

/** @param given the keys of the variables that the body is given */
export function compileNamedWebhook(
  { names, main, procedures }: Pick<CheckedFile, "names" | "main" | "procedures">,
  body: CheckedBody,
  given: readonly string[],
): NamedWebhook {
  const { scope } = body;
  const variables = slotted(given.map((key) => [key, key] as const));
  const { fields, objects } = findWebhookAnswers(
    names,
    [main, body],
    [...procedures.values()].map((procedure) => procedure.body),
  );
  const results = slotted([...fields].map(([name, { key }]) => [name, key] as const));
  const made = slotted(objects.map(({ key }) => [key, key] as const));

  function slotted(keys: readonly (readonly [name: string, key: string])[]) {
    return keys.flatMap(([name, key]) => {
      const slot = scope.find(key);
      return slot === undefined ? [] : [{ name, slot }];
    });
  }

  return {
    begin(frame, { host, limits }) {
      const request = host.request.current();
      for (const { name, slot } of variables) {
        slotsOf(frame, slot)[slot.index] = webhookVariable(name, request, limits);
      }
    },
    answer: (frame) =>
      webhookResponse({
        returned: frame.result,
        fields: results.map(({ name, slot }) => [name, readSlot(frame, slot)] as const),
        objects: made.map(({ slot }) => readSlot(frame, slot)),
      }),
  };
}

function slotsOf(frame: Frame, { where }: VariableSlot): Value[] {
  return where === "global" ? frame.globals : frame.locals;
}

function readSlot(frame: Frame, slot: VariableSlot): Value {
  return slotsOf(frame, slot)[slot.index] ?? null;
}
