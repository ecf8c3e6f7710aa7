import { error, warning } from "../message.ts";
import { proposal } from "../suggest.ts";

/** What messages tell of a phrase of General Bots. */
export interface LackingPhrase {
  readonly kind: "statement" | "function";
  readonly title: string;
  readonly does: string;
  readonly instead: string | undefined;
  readonly planned: boolean;
  readonly role: "action" | "handler" | "setting";
}

const CONSEQUENCES: Readonly<Record<LackingPhrase["role"], string>> = {
  action: "a run that reaches it ends with an error",
  handler: "nothing here runs because of it",
  setting: "nothing runs because of it",
};

function lacking({ kind, title, planned }: LackingPhrase): string {
  return `${title} is a General Bots ${kind}, not provided by gbasic${planned ? " yet" : ""}`;
}

/** GB223x: what gbasic does not provide; GB334x: a run that reaches it. */
export const commandMessages = {
  unknownHandler: (
    words: string,
    proposed?: string,
    longer: readonly string[] = [],
    wordAfter?: string,
  ) =>
    error(
      "GB2230",
      longer.length > 0 && wordAfter === undefined
        ? `${words} alone is no handler`
        : `no handler begins with ${longer.length > 0 ? `${words} ${wordAfter ?? ""}` : words}`,
      longer.length > 0
        ? `write one of ${longer.join(", ")}`
        : (proposal(proposed) ?? 'write ON WEBHOOK POST TO "/path" DO … END ON'),
    ),
  notProvided: (phrase: LackingPhrase) =>
    warning(
      "GB2231",
      lacking(phrase),
      phrase.instead === undefined
        ? `it ${phrase.does}; ${CONSEQUENCES[phrase.role]}`
        : `write ${phrase.instead}`,
    ),
  statementForValue: (title: string) =>
    error("GB2232", `${title} gives no value`, "write it on a line of its own"),
  tooManyValues: (title: string) =>
    error(
      "GB2233",
      `${title} takes no more values`,
      `remove what is too much; \`npx gbasic help ${title}\` shows how it is written`,
    ),
  reached: (phrase: LackingPhrase) =>
    error(
      "GB3340",
      lacking(phrase),
      phrase.instead === undefined ? `it ${phrase.does}` : `write ${phrase.instead}`,
    ),
} as const;
