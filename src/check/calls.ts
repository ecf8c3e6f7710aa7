import { nameMessages } from "../diagnostics/codes/names.ts";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { MOST_PROPOSALS, suggest } from "../diagnostics/suggest.ts";
import type { FunctionEntry } from "../functions/define.ts";
import type { Span } from "../source/span.ts";
import type {
  CallExpression,
  DimVariable,
  Expression,
  FieldTarget,
  Identifier,
  MethodExpression,
  Procedure,
  SpawnStatement,
  Statement,
} from "../syntax/ast.ts";
import { adviceFor } from "../diagnostics/foreign-names.ts";
import { insteadOfMethod } from "./method-advice.ts";
import { calledProcedure, resolveCall, resolveName } from "./resolve.ts";
import type { Body, FileNames } from "./script.ts";
import { walkBlock } from "./walk.ts";

/** Where `ORDER.total` stands alone on a line. */
const READ_ALONE = "PRINT ORDER.price shows a member, PRICE = ORDER.price keeps it";

/** Checks every call of a body: that its name is known and that its arguments can be right. */
export function checkCalls(names: FileNames, body: Body, report: Report): void {
  const checker = new CallChecker(names, body, report);
  walkBlock(body.block, checker);
}

class CallChecker {
  readonly #names: FileNames;
  readonly #body: Body;
  readonly #report: Report;
  /** Calls that stand alone on a line, whose value nobody asks for. */
  readonly #alone = new Set<Expression>();
  #proposals = 0;

  constructor(names: FileNames, body: Body, report: Report) {
    this.#names = names;
    this.#body = body;
    this.#report = report;
  }

  statement(statement: Statement): void {
    if (statement.kind === "call-statement") this.#alone.add(statement.call);
    if (statement.kind === "spawn") this.#checkSpawn(statement);
    if (statement.kind === "dim") for (const one of statement.variables) this.#checkCreated(one);
    const target = setTarget(statement);
    if (target?.kind === "call") this.#checkElement(target);
  }

  /** `DIM C AS NEW COLLECTION` would leave null, to which nothing can be added. */
  #checkCreated({ created }: DimVariable): void {
    if (created === undefined || created.key === "OBJECT") return;
    const advice = adviceFor(`NEW ${created.key}`) ?? adviceFor("CLASS");
    this.#report(syntaxMessages.unknownPhrase(`NEW ${created.text}`, undefined, advice), created);
  }

  expression(expression: Expression): void {
    switch (expression.kind) {
      case "call":
        this.#checkCall(expression);
        break;
      case "procedure-call":
        this.#checkProcedure(expression, expression, expression.args);
        break;
      case "name":
        this.#checkName(expression.name);
        break;
      case "method":
        this.#checkMethod(expression);
        break;
      default:
        break;
    }
  }

  #checkCall(call: CallExpression): void {
    const target = resolveCall(this.#names, this.#body.scope, call.name);
    if (target === undefined) {
      if (this.#names.attempted.has(call.name.key)) return;
      const proposed = this.#propose(call.name.text, () => callableNames(this.#names));
      const advice = adviceFor(call.name.key);
      this.#report(nameMessages.unknownFunction(call.name.text, proposed, advice), call.name);
    } else if (target.kind === "procedure") {
      this.#checkProcedure(call, call.name, call.args);
    } else if (target.kind === "function") {
      this.#checkCount(target.entry, target.entry.displayName, 0, call.args.length, call);
    }
  }

  #checkName(name: Identifier): void {
    const target = resolveName(this.#names, this.#body.scope, name);
    if (target?.kind === "procedure") this.#checkUse(target.procedure, undefined, name);
  }

  #checkMethod(expression: MethodExpression): void {
    const { target, method, args } = expression;
    const { methods } = this.#names.registry;
    const owner = target.kind === "name" ? target.name.key : "";
    const isUnset = this.#body.scope.find(owner) === undefined;
    const ofOwner = isUnset ? adviceFor(`${owner}.${method.key}`) : undefined;
    const entry = methods.get(method.key);
    if (entry !== undefined && ofOwner === undefined) {
      this.#checkCount(entry, method.text, 1, args.length, method);
      return;
    }
    const proposed = suggest(method.text, methods.keys())?.toLowerCase();
    const advice =
      ofOwner ??
      insteadOfMethod(method.key) ??
      (this.#alone.has(expression) && args.length === 0 ? READ_ALONE : undefined);
    this.#report(nameMessages.unknownMethod(method.text, proposed, advice), method);
  }

  /** @param given how many parameters are filled by other means, as by the value before a dot */
  #checkCount(entry: FunctionEntry, name: string, given: number, found: number, span: Span): void {
    const parameters = entry.parameters.slice(given);
    const least = parameters.filter(({ mode }) => mode === "required").length;
    const most = parameters.at(-1)?.mode === "rest" ? Infinity : parameters.length;
    if (found >= least && found <= most) return;
    const usage = `${name}(${parameters.map((parameter) => parameter.name).join(", ")})`;
    this.#report(nameMessages.wrongArgumentCount(name, least, most, found, usage), span);
  }

  #checkProcedure(call: Expression, span: Span, args: readonly Expression[]): void {
    const procedure = calledProcedure(this.#names, this.#body.scope, call);
    if (procedure === undefined) return;
    this.#checkUse(procedure, call, span);
    this.#checkArguments(procedure, args, span);
  }

  #checkUse({ kind, displayName }: Procedure, call: Expression | undefined, span: Span): void {
    if (kind === "function" || (call !== undefined && this.#alone.has(call))) return;
    this.#report(nameMessages.subForValue(displayName), span);
  }

  #checkArguments(procedure: Procedure, args: readonly Expression[], span: Span): void {
    const { parameters, displayName } = procedure;
    const extra = args[parameters.length];
    if (extra !== undefined) {
      const text = nameMessages.tooManyArguments(displayName, parameters.length, args.length);
      this.#report(text, extra);
    }
    const missing = parameters.slice(args.length).filter(({ optional }) => !optional);
    if (missing.length === 0) return;
    const names = missing.map(({ name }) => name.text);
    this.#report(nameMessages.missingArguments(displayName, names), span);
  }

  #checkSpawn({ call }: SpawnStatement): void {
    const procedure = calledProcedure(this.#names, this.#body.scope, call);
    if (procedure !== undefined) {
      this.#checkArguments(procedure, call.args, call);
      return;
    }
    const name = call.kind === "call" ? call.name.text : call.procedure;
    const known = () => [...this.#names.procedures.values()].map(({ displayName }) => displayName);
    this.#report(nameMessages.spawnTarget(name, this.#propose(name, known)), call);
  }

  #propose(name: string, known: () => Iterable<string>): string | undefined {
    this.#proposals++;
    return this.#proposals > MOST_PROPOSALS ? undefined : suggest(name, known());
  }

  #checkElement({ name }: CallExpression): void {
    const target = resolveCall(this.#names, this.#body.scope, name);
    if (target?.kind !== "element") this.#report(nameMessages.noElement(name.text), name);
  }
}

/** What a statement assigns to, if it does. */
function setTarget(statement: Statement): Expression | FieldTarget | undefined {
  if (statement.kind === "assignment") return statement.target;
  if (statement.kind !== "with") return undefined;
  return statement.setsFields || statement.value !== undefined ? statement.target : undefined;
}

function callableNames({ procedures, registry }: FileNames): readonly string[] {
  const own = [...procedures.values()].map(({ displayName }) => displayName);
  return [...own, ...registry.functions.keys()];
}
