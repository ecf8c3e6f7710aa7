import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Expression, MemberExpression } from "../../syntax/ast.ts";
import type { CheckedBody } from "../script.ts";
import { setNames } from "../set-names.ts";
import { walkBlock } from "../walk.ts";
import type { LintedScript } from "./linted-script.ts";

/** Methods that hardly any object has a member of the same name for. */
const NO_MEMBERS: ReadonlySet<string> = new Set(
  (
    "TRIM TRIMSTART TRIMEND TOUPPERCASE TOUPPER TO_UPPER TOLOWERCASE TOLOWER TO_LOWER TOSTRING TO_STRING " +
    "REPLACEALL PADSTART PADEND STARTSWITH ENDSWITH INDEXOF SPLICE HASKEY HASOWNPROPERTY CONTAINSKEY"
  ).split(" "),
);

/** What a value is that has methods, but no members beside its length. */
type Memberless = "text" | "list";

/** Warns of `NAME$.trim`, which reads a member that is not there, where `NAME$.trim()` is meant. */
export function findBareMethods({ script, bodies }: LintedScript, report: Report): void {
  const { methods } = script.names.registry;
  const members = membersSet(bodies);
  for (const body of bodies) {
    const kinds = kindsOf(body);
    const check = ({ target, property }: MemberExpression) => {
      const { key } = property;
      if (key === "LENGTH" || !methods.has(key) || members.has(key)) return;
      if (!NO_MEMBERS.has(key) && kindOf(target, kinds) === undefined) return;
      report(lintMessages.bareMethod(property.text), property);
    };
    walkBlock(body.block, {
      expression(expression) {
        if (expression.kind === "member") check(expression);
      },
    });
  }
}

/** The names of all members that a script itself gives its objects. */
function membersSet(bodies: readonly CheckedBody[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { block } of bodies) {
    walkBlock(block, {
      statement(statement) {
        if (statement.kind !== "assignment") return;
        if (statement.target.kind === "member") found.add(statement.target.property.key);
        if (statement.target.kind === "name") found.add(statement.target.name.key);
      },
      expression(expression) {
        if (expression.kind !== "object") return;
        for (const { key } of expression.members) found.add(key.toUpperCase());
      },
    });
  }
  return found;
}

/** The variables of a body that hold nothing but texts and lists that are written there. */
function kindsOf({ block, scope, procedure }: CheckedBody): ReadonlyMap<string, Memberless> {
  const kinds = new Map<string, Memberless | undefined>();
  for (const { name } of procedure?.parameters ?? []) kinds.set(name.key, undefined);
  walkBlock(block, {
    statement(statement) {
      const value = statement.kind === "assignment" ? statement.value : undefined;
      for (const { key } of setNames(statement)) {
        const kind = value && kindOf(value);
        const isOther = kinds.has(key) && kinds.get(key) !== kind;
        const isShared = scope.find(key)?.where !== "local";
        kinds.set(key, isOther || (isShared && procedure !== undefined) ? undefined : kind);
      }
    },
  });
  return new Map([...kinds].flatMap(([key, kind]) => (kind === undefined ? [] : [[key, kind]])));
}

function kindOf(
  value: Expression,
  kinds?: ReadonlyMap<string, Memberless>,
): Memberless | undefined {
  switch (value.kind) {
    case "literal":
      return typeof value.value === "string" ? "text" : undefined;
    case "template":
      return "text";
    case "list":
      return "list";
    case "binary":
      return value.operator === "&" ? "text" : undefined;
    case "name":
      return value.name.text.endsWith("$") ? "text" : kinds?.get(value.name.key);
    default:
      return undefined;
  }
}
