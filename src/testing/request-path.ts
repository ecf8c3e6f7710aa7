import { testLanguageMessages } from "../diagnostics/codes/test-language.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { BasicError } from "../runtime/error.ts";
import { textIn } from "./define-expectation.ts";
import type { Review } from "./test-phrase.ts";

/** Gives a path as it is. @throws BasicError GB3518 where it does not begin with a slash */
export function checkedPath(path: string): string {
  const wrong = wrongPath(path);
  if (wrong !== undefined) throw new BasicError(wrong);
  return path;
}

/** Looks at a path that is written out. @param slot where it stands */
export function reviewPath(slot: string): Review {
  return (phrase) => {
    const path = textIn(phrase, slot);
    return path === undefined ? undefined : wrongPath(path);
  };
}

function wrongPath(path: string): Message | undefined {
  return path.startsWith("/") ? undefined : testLanguageMessages.pathWithoutSlash(path);
}
