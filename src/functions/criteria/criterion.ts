import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import {
  add,
  concat,
  divide,
  modulo,
  multiply,
  negate,
  subtract,
} from "../../runtime/value/arithmetic.ts";
import { getIndex, getMember } from "../../runtime/value/member.ts";
import { parseNumber } from "../../runtime/value/number.ts";
import { isTrue } from "../../runtime/value/truth.ts";
import type { Value } from "../../runtime/value/value.ts";
import type { FunctionContext } from "../define.ts";
import { fieldOf } from "../table/field.ts";
import { callByName } from "./call.ts";
import { COMPARISONS, compareBy } from "./comparison.ts";
import { TokenReader } from "./tokens.ts";

/** A criterion, read: what it gives for one item of a list. */
export interface Criterion {
  readonly evaluate: (item: Value) => Value;
  /** How many operators, names and values it has, which its time grows with. */
  readonly size: number;
}
type Evaluate = Criterion["evaluate"];
type Infix = (left: Value, right: Value) => Value;

const LONGEST = 1000;
const DEEPEST = 100;
const SUMS: ReadonlyMap<string, Infix> = new Map<string, Infix>([
  ["+", add],
  ["-", subtract],
  ["&", concat],
]);
const PRODUCTS: ReadonlyMap<string, Infix> = new Map<string, Infix>([
  ["*", multiply],
  ["/", divide],
  ["MOD", modulo],
]);

/**
 * Reads a criterion such as `price > 10 AND status = 'open'` or `item.price * 1.1`. A bare name is a
 * field of the item, `item` the item itself; behind a comparison a bare word is a text.
 * @throws BasicError GB3220 for what cannot be read, GB3221 for too long a text, GB3380 for one that
 *   is nested too deeply
 */
export function readCriterion(source: string, context: FunctionContext<"clock">): Criterion {
  if (source.length > LONGEST) throw new BasicError(functionMessages.criterionTooLong(LONGEST));
  return new CriterionReader(source, context).read();
}

class CriterionReader {
  readonly #tokens: TokenReader;
  readonly #context: FunctionContext<"clock">;
  #size = 0;
  #depth = 0;

  constructor(source: string, context: FunctionContext<"clock">) {
    this.#tokens = new TokenReader(source);
    this.#context = context;
  }

  read(): Criterion {
    const evaluate = this.#either();
    if (this.#tokens.next.kind !== "end") this.#tokens.fail("an operator");
    return { evaluate, size: this.#size };
  }

  #either(): Evaluate {
    let left = this.#both();
    while (this.#tokens.skip("OR")) {
      const [first, second] = [left, this.#both()];
      left = (item) => isTrue(first(item)) || isTrue(second(item));
    }
    return left;
  }

  #both(): Evaluate {
    let left = this.#negated();
    while (this.#tokens.skip("AND")) {
      const [first, second] = [left, this.#negated()];
      left = (item) => isTrue(first(item)) && isTrue(second(item));
    }
    return left;
  }

  #negated(): Evaluate {
    if (!this.#tokens.skip("NOT")) return this.#comparison();
    const operand = this.#inside(() => this.#negated());
    return (item) => !isTrue(operand(item));
  }

  #comparison(): Evaluate {
    const left = this.#sum();
    if (this.#tokens.skip("IS")) return this.#nullTest(left);
    const negated = this.#tokens.skip("NOT");
    const test = this.#tokens.isNext("IN") ? this.#membership(left) : this.#compared(left);
    if (!negated) return test ?? left;
    return test === undefined
      ? this.#tokens.fail("IN, LIKE or CONTAINS")
      : (item) => !isTrue(test(item));
  }

  #compared(left: Evaluate): Evaluate | undefined {
    if (!this.#tokens.isNext(...COMPARISONS)) return undefined;
    const { operator, bare } = this.#takeComparison();
    const right = bare === undefined ? this.#sum() : this.#leaf(() => bare);
    const compare = compareBy(operator);
    return (item) => compare(left(item), right(item));
  }

  #takeComparison() {
    if (!this.#tokens.isNext("STARTS", "ENDS")) return this.#tokens.takeComparison();
    const { text } = this.#tokens.take();
    if (!this.#tokens.isNext("WITH")) this.#tokens.fail("WITH");
    return { operator: text, bare: this.#tokens.takeComparison().bare };
  }

  #nullTest(left: Evaluate): Evaluate {
    const negated = this.#tokens.skip("NOT");
    this.#tokens.expect("NULL");
    return (item) => (left(item) === null) !== negated;
  }

  #membership(left: Evaluate): Evaluate {
    this.#tokens.take();
    this.#tokens.expect("(");
    const choices: Evaluate[] = [];
    do choices.push(this.#choice());
    while (this.#tokens.skip(","));
    this.#tokens.expect(")");
    const isEqual = compareBy("=");
    return (item) => {
      const value = left(item);
      return choices.some((choice) => isEqual(value, choice(item)));
    };
  }

  /** A bare word in a list of choices is a text. */
  #choice(): Evaluate {
    const { kind, written } = this.#tokens.next;
    if (kind !== "word" || this.#tokens.isNext("ITEM", "TRUE", "FALSE", "NULL")) return this.#sum();
    this.#tokens.take();
    return this.#leaf(() => written);
  }

  #sum(): Evaluate {
    return this.#chain(SUMS, () => this.#chain(PRODUCTS, () => this.#signed()));
  }

  #chain(operators: ReadonlyMap<string, Infix>, readOperand: () => Evaluate): Evaluate {
    let left = readOperand();
    while (this.#tokens.isNext(...operators.keys())) {
      const operate = operators.get(this.#tokens.take().text);
      const [first, second] = [left, readOperand()];
      if (operate !== undefined) left = (item) => operate(first(item), second(item));
    }
    return left;
  }

  #signed(): Evaluate {
    if (!this.#tokens.skip("-")) return this.#operand();
    const operand = this.#inside(() => this.#signed());
    return (item) => negate(operand(item));
  }

  #operand(): Evaluate {
    if (this.#tokens.skip("(")) {
      const inside = this.#inside(() => this.#either());
      this.#tokens.expect(")");
      return inside;
    }
    const { kind, text, written } = this.#tokens.next;
    if (kind !== "number" && kind !== "text" && kind !== "word") this.#tokens.fail("a value");
    this.#tokens.take();
    if (kind === "number") return this.#leaf(() => parseNumber(text) ?? 0);
    if (kind === "text") return this.#leaf(() => text);
    return this.#named(text, written);
  }

  #named(name: string, written: string): Evaluate {
    if (this.#tokens.isNext("(")) return this.#call(name, written);
    switch (name) {
      case "TRUE":
      case "FALSE":
        return this.#leaf(() => name === "TRUE");
      case "NULL":
        return this.#leaf(() => null);
      case "ITEM":
        return this.#path(this.#leaf((item) => item));
      default:
        return this.#path(this.#leaf((item) => fieldOf(item, written)));
    }
  }

  #path(start: Evaluate): Evaluate {
    let target = start;
    for (;;) {
      const from = target;
      if (this.#tokens.skip(".")) {
        const { kind, written } = this.#tokens.next;
        if (kind !== "word") this.#tokens.fail("the name of a member");
        this.#tokens.take();
        target = (item) => getMember(from(item), written);
      } else if (this.#tokens.skip("[")) {
        const index = this.#inside(() => this.#sum());
        this.#tokens.expect("]");
        target = (item) => getIndex(from(item), index(item));
      } else return target;
    }
  }

  #call(name: string, written: string): Evaluate {
    this.#tokens.expect("(");
    const args: Evaluate[] = [];
    if (!this.#tokens.isNext(")")) {
      do args.push(this.#inside(() => this.#sum()));
      while (this.#tokens.skip(","));
    }
    this.#tokens.expect(")");
    const call = callByName(name, written, args.length, this.#context);
    return this.#leaf((item) => call(args.map((arg) => arg(item))));
  }

  #inside(read: () => Evaluate): Evaluate {
    if (++this.#depth > DEEPEST) throw new BasicError(functionMessages.criterionTooDeep(DEEPEST));
    const inside = read();
    this.#depth -= 1;
    return inside;
  }

  #leaf(evaluate: Evaluate): Evaluate {
    this.#size += 1;
    return evaluate;
  }
}
