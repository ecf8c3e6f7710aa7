import type {
  CheckedFile,
  CheckedHandler,
  CheckedScript,
  HandlerVariable,
} from "../check/script.ts";
import { includedIn } from "../check/script-source.ts";
import type { Site } from "../runtime/error.ts";
import { emptySlots, Frame } from "../runtime/frame.ts";
import type { Value } from "../runtime/value/value.ts";
import { RunEnd } from "../runtime/run-end.ts";
import type { Declaration } from "../syntax/ast.ts";
import { DEFAULT_REPLY } from "../runtime/webhook-response.ts";
import { sigilOf } from "../syntax/sigil.ts";
import { compileBody } from "./body.ts";
import type { StatementCode } from "./code.ts";
import type { Colour, ScriptContext } from "./context.ts";
import type { Coverage } from "./coverage/coverage.ts";
import { countedBody } from "./coverage/counting.ts";
import { sigilConversion } from "./convert.ts";
import { executeRun } from "./entry.ts";
import type { EntryBody, TopLevel } from "./entry.ts";
import { compileNamedWebhook } from "./named-webhook.ts";
import { ProcedureCode } from "./procedure-code.ts";
import { replaceable } from "./replaceable.ts";
import type { CompiledHandler, CompiledProcedure, CompiledScript } from "./script.ts";

/** How a script is compiled. */
export interface CompileOptions {
  /** `async` makes everything wait, so that a test can compare the two flavours. */
  readonly colour?: Colour;
  /** Where it is counted what runs; nothing is unless given, at no cost. */
  readonly coverage?: Coverage | undefined;
  /** Whether each call asks for a double; false unless given, at no cost. */
  readonly doubles?: boolean;
}

/**
 * Compiles a script of which no error was reported.
 * @returns the script, to be run any number of times, side by side too
 */
export function compileScript(
  checked: CheckedScript,
  { colour = "as needed", coverage, doubles = false }: CompileOptions = {},
): CompiledScript {
  const procedures = new Map<string, ProcedureCode>();
  for (const part of [...includedIn<CheckedFile>(checked), checked]) {
    const context: ScriptContext = { checked: part, colour, coverage, doubles, procedures };
    const compileProcedure = (procedure: ProcedureCode, isEntry: boolean): StatementCode => {
      const { body, procedure: source } = procedure.checked;
      const code = compileBody(context, body, { procedure, isEntry });
      const place = { head: source.nameSpan, span: source };
      const counted = countedBody(code, source.displayName, place, context);
      return doubles ? replaceable(counted, procedure) : counted;
    };
    for (const [key, procedure] of part.procedures) {
      const waits = colour === "async" || procedure.body.suspends;
      procedures.set(key, new ProcedureCode(procedure, part.file, waits, compileProcedure));
    }
  }
  const compiled = assemble(checked, { checked, colour, coverage, doubles, procedures });
  // What nothing calls has to be known too, to be shown as not covered.
  if (coverage !== undefined) for (const procedure of procedures.values()) procedure.prepare();
  return compiled;
}

function assemble(checked: CheckedScript, script: ScriptContext): CompiledScript {
  const top: TopLevel = {
    code: compileBody(script, checked.main, { isEntry: true }),
    size: checked.main.scope.size,
    site: { file: checked.file, span: { start: 0, end: 0 } },
  };
  const handlers: CompiledHandler[] = [];
  const compiled: CompiledScript = {
    file: checked.file,
    sources: [checked, ...includedIn<CheckedFile>(checked)].map(({ file }) => file),
    handlers,
    procedures: new Map(
      [...script.procedures].map(([key, procedure]) => [key, makeProcedure(procedure, top)]),
    ),
    needs: checked.needs,
    runMain: (context) => executeRun(top, undefined, context),
  };
  // A handler knows its script and the script its handlers, so one of them comes later.
  for (const handler of checked.handlers) {
    handlers.push(makeHandler(script, handler, top, compiled));
  }
  return compiled;
}

function makeHandler(
  script: ScriptContext,
  handler: CheckedHandler,
  top: TopLevel,
  compiled: CompiledScript,
): CompiledHandler {
  const { source, declaration, body, variables } = handler;
  const { file } = script.checked;
  const named = namedWebhookOf(script, handler);
  const { start, end } = source.phrase;
  const title = titleOf(file.text.slice(start, end));
  const place = { head: source.phrase, span: source };
  const code = countedBody(compileBody(script, body, { isEntry: true }), title, place, script);
  const setVariables = variableSetter(variables, { file, span: { start, end } });
  const entry: EntryBody = {
    title,
    site: { file, span: { start, end } },
    async execute(run, globals) {
      const isTopLevel = body.scope === script.checked.main.scope;
      const frame = new Frame(run, globals, isTopLevel ? globals : emptySlots(body.scope.size));
      setVariables(frame);
      named?.begin(frame, run.context);
      try {
        if (code.colour === "sync") code.run(frame);
        else await code.run(frame);
      } catch (error) {
        // An EXIT in a SUB ends the run with what was set so far.
        if (!(error instanceof RunEnd) || named === undefined) throw error;
      }
      return named === undefined ? frame.result : named.answer(frame);
    },
  };
  return {
    declaration,
    title,
    script: compiled,
    span: entry.site.span,
    ...(named === undefined ? {} : { emptyReply: DEFAULT_REPLY }),
    run: (context) => executeRun(top, entry, context),
  };
}

function namedWebhookOf(script: ScriptContext, { source, declaration, body }: CheckedHandler) {
  if (declaration.kind !== "webhook" || declaration.name === undefined) return undefined;
  return compileNamedWebhook(script.checked, body, givenTo(source));
}

/** Makes what gives the variables their values that a handler finds set. */
function variableSetter(variables: readonly HandlerVariable[], site: Site) {
  const setters = variables.map(({ key, slot, read }) => {
    const convert = sigilConversion(sigilOf(key), site);
    return ({ run, globals, locals }: Frame) => {
      const value = read(run.host);
      const slots = slot.where === "global" ? globals : locals;
      slots[slot.index] = convert === undefined ? value : convert(value);
    };
  });
  return (frame: Frame): void => {
    for (const set of setters) set(frame);
  };
}

/** The variables that the body of a handler is given, by their keys. */
function givenTo({ phrase: { entry, slots } }: Declaration): readonly string[] {
  return (entry.variables?.(slots) ?? []).map((name) => name.toUpperCase());
}

/** A handler is known by its phrase on one line, without the DO that opens its block. */
function titleOf(written: string): string {
  return written.replace(/\s+/g, " ").replace(/ DO$/i, "").trim();
}

function makeProcedure(procedure: ProcedureCode, top: TopLevel): CompiledProcedure {
  const { key, displayName, kind, parameters } = procedure.checked.procedure;
  const conversions = parameters.map(({ name }) =>
    sigilConversion(sigilOf(name.key), procedure.site),
  );
  const makeEntry = (args: readonly Value[]): EntryBody => ({
    title: displayName,
    site: procedure.site,
    async execute(run, globals) {
      const locals = emptySlots(procedure.size);
      conversions.forEach((convert, index) => {
        const value = args[index] ?? null;
        locals[index] = convert === undefined ? value : convert(value);
      });
      const frame = new Frame(run, globals, locals, args.length);
      return procedure.resultOf(frame, await procedure.entryCode.run(frame));
    },
  });
  return {
    key,
    displayName,
    kind,
    takes: {
      least: parameters.filter(({ optional }) => !optional).length,
      most: parameters.length,
    },
    run: (context, args) => executeRun(top, makeEntry(args), context),
  };
}
