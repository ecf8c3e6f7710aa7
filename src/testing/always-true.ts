import { isTrue } from "../check/constant-conditions.ts";
import type { Expression } from "../syntax/ast.ts";

/** Why a condition is true whatever the script does. */
export interface Constant {
  /** The part that makes it so, as the beginning of a sentence. */
  readonly what: string;
  /** What to write instead. */
  readonly instead: string;
}

const LOOKING: ReadonlySet<string> = new Set(["CONTAINS", "STARTS WITH", "ENDS WITH"]);

/** Tells why a condition is always true; undefined where it need not be. */
export function alwaysTrue(condition: Expression): Constant | undefined {
  if (isTrue(condition)) {
    return {
      what: condition.kind === "literal" ? JSON.stringify(condition.value) : "this",
      instead:
        "compare it with something, such as EXPECT STATUS = 200; where it is enough that nothing fails, write EXPECT NO ERROR",
    };
  }
  if (isStatus(condition)) {
    return { what: "a STATUS alone", instead: "say which one: EXPECT STATUS 200" };
  }
  if (condition.kind !== "binary") return undefined;
  const { operator, left, right } = condition;
  const [first, second] = [alwaysTrue(left), alwaysTrue(right)];
  if (operator === "AND") return first === undefined ? undefined : second && first;
  if (operator === "OR") return orConstant(first ?? second);
  const isEmpty = right.kind === "literal" && right.value === "";
  return LOOKING.has(operator) && isEmpty
    ? { what: `${operator} ""`, instead: "write a text to look for" }
    : undefined;
}

/** `STATUS = 200 OR 201` compares once. */
function orConstant(constant: Constant | undefined): Constant | undefined {
  if (constant === undefined) return undefined;
  return {
    what: `${constant.what} behind OR`,
    instead: "compare on both sides: STATUS = 200 OR STATUS = 201; or write STATUS IN [200, 201]",
  };
}

/** Every answer has a status, and none is 0. */
function isStatus(condition: Expression): boolean {
  if (condition.kind === "name") return condition.name.key === "STATUS";
  return condition.kind === "phrase" && condition.phrase.entry.title === "RESPONSE STATUS";
}
