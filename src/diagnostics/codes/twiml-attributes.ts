import { warning } from "../message.ts";

/** An attribute of TwiML with a value that Twilio does not take. */
export interface WrongAttribute {
  readonly name: string;
  readonly value: string;
  /** What it takes, in words. */
  readonly expected: string;
}

/** GB4800, GB4801: attributes in TwiML that a script writes itself. */
export const twimlAttributeMessages = {
  unknownAttribute: (
    element: string,
    name: string,
    {
      proposed,
      known,
    }: { readonly proposed: string | undefined; readonly known: readonly string[] },
  ) =>
    warning("GB4800", `<${element}> has no attribute ${name}`, insteadOf(element, proposed, known)),
  wrongAttribute: (element: string, { name, value, expected }: WrongAttribute) =>
    warning(
      "GB4801",
      `the attribute ${name} of <${element}> does not take ${JSON.stringify(value.slice(0, 60))}`,
      `write ${expected}`,
    ),
} as const;

function insteadOf(
  element: string,
  proposed: string | undefined,
  known: readonly string[],
): string {
  if (proposed !== undefined) return `write ${proposed}`;
  if (known.length === 0) return `leave it out: <${element}> has none`;
  return `it has ${known.join(", ")}`;
}
