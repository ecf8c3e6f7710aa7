import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import { toText } from "../../runtime/value/text.ts";
import { isTrue } from "../../runtime/value/truth.ts";
import type { Value } from "../../runtime/value/value.ts";
import { compareBy, isComparison } from "../criteria/comparison.ts";
import { readCriterion, type Criterion } from "../criteria/criterion.ts";
import { any, defineFunction, optional, text } from "../define.ts";
import { fieldOf } from "./field.ts";
import { renameFields } from "./rename.ts";
import { rowsOf } from "./rows.ts";

const MOST_WORK = 20_000_000;

/** What reading a condition or expression and working it out for each item may raise. */
const criteria = {
  raises: [
    "GB3001",
    "GB3002",
    "GB3003",
    "GB3005",
    "GB3006",
    "GB3030",
    "GB3031",
    "GB3032",
    "GB3220",
    "GB3221",
    "GB3380",
    "GB3222",
    "GB3223",
    "GB3224",
    "GB3228",
  ],
} as const;

export const filter = defineFunction({
  name: "FILTER",
  parameters: [
    any("list"),
    text("conditionOrField"),
    optional(any("valueOrOperator")),
    optional(any("value")),
  ],
  returns: "list",
  summary:
    "Gives the items of a list that meet a condition such as \"price > 10 AND status = 'open'\", or whose field is equal to a value, or compares to it by an operator.",
  example: `FILTER([{ "n": 1 }, { "n": 5 }], "n > 2")  ' [{ "n": 5 }]`,
  raises: [...criteria.raises, "GB3226"],
  needs: ["clock"],
  run: (context, list, condition, second, third) => {
    const items = rowsOf(list);
    if (second === undefined) {
      const { evaluate } = criterionFor(items, readCriterion(condition, context));
      return items.filter((item) => isTrue(evaluate(item)));
    }
    const compare = compareBy(third === undefined ? "=" : operatorOf(second));
    const value = third === undefined ? second : third;
    return items.filter((item) => compare(fieldOf(item, condition), value));
  },
});

export const map = defineFunction({
  name: "MAP",
  parameters: [any("list"), text("expression")],
  returns: "list",
  summary:
    'Makes a list of a field of each item, of an expression such as "item.price * 1.1", or of the items with fields renamed as "name->title, city->town" says; null where an expression fails.',
  example: `MAP([{ "n": 1 }, { "n": 5 }], "n")  ' [1, 5]`,
  raises: criteria.raises,
  needs: ["clock"],
  run: (context, list, expression) => {
    const items = rowsOf(list);
    if (expression.includes("->")) return renameFields(items, expression);
    const { evaluate } = criterionFor(items, readCriterion(expression, context));
    return items.map((item) => valueOrNull(() => evaluate(item)));
  },
});

/** Keeps a criterion of many operators from being worked out for too many items in one go. */
function criterionFor(items: readonly Value[], criterion: Criterion): Criterion {
  if (items.length * criterion.size <= MOST_WORK) return criterion;
  throw new BasicError(functionMessages.listTooLongForCriterion());
}

function operatorOf(value: Value): string {
  const operator = toText(value);
  if (isComparison(operator)) return operator;
  throw new BasicError(functionMessages.unknownOperator(operator));
}

function valueOrNull(evaluate: () => Value): Value {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof BasicError) return null;
    throw error;
  }
}
