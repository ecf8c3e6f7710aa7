import { toNumber } from "../../runtime/value/number.ts";
import { toText } from "../../runtime/value/text.ts";
import type { SlotCheck } from "../../host/written-statement.ts";
import { checkedAddress, languageTag, sayVerb, wholeNumber, type WholeNumbers } from "./verb.ts";

/** Checks a slot that holds a whole number as the statement does when it runs. */
export function numberCheck(statement: string, range: WholeNumbers): SlotCheck {
  return checkedBy((value) => wholeNumber(statement, toNumber(value), range));
}

/** Checks a slot that holds a text with what the statement itself reads it by when it runs. */
export function textCheck(read: (text: string) => unknown): SlotCheck {
  return checkedBy((value) => read(toText(value)));
}

/** Checks a language as `SAY … IN` takes it. */
export function languageCheck(statement: string): SlotCheck {
  return textCheck((language) => languageTag(statement, language));
}

/** Checks the length of what is read out, where it is known which voice does. */
export function spokenCheck(statement: string): SlotCheck {
  return (text, { known, isFilled }) => {
    const voice = known("voice");
    if (voice === undefined && isFilled("voice")) return undefined;
    const by = voice === undefined ? undefined : toText(voice);
    sayVerb(statement, { text: toText(text), language: undefined, voice: by });
    return undefined;
  };
}

/** Checks an address of the web or a path of this server. */
export function addressCheck(statement: string): SlotCheck {
  return textCheck((address) => checkedAddress(statement, address));
}

/** @param read raises an error for what it does not take, as when the script runs */
function checkedBy(read: (value: Parameters<SlotCheck>[0]) => unknown): SlotCheck {
  return (value) => {
    read(value);
    return undefined;
  };
}
