export { createRegistry, type Registry } from "./check/registry.ts";
export { loadProgram, type LoadedProgram } from "./compile/program.ts";
export type {
  CompiledHandler,
  CompiledProcedure,
  CompiledScript,
  Program,
} from "./compile/script.ts";
export type { Diagnostic, DiagnosticCode, Message, Severity } from "./diagnostics/diagnostic.ts";
export { renderDiagnostic } from "./diagnostics/render.ts";
export {
  any,
  defineFunction,
  list,
  number,
  optional,
  rest,
  text,
  type FunctionEntry,
} from "./functions/define.ts";
export { functions } from "./functions/index.ts";
export { methods } from "./functions/methods.ts";
export type { Host } from "./host/host.ts";
export { BasicError } from "./runtime/error.ts";
export type { Limits, RunContext } from "./runtime/run.ts";
export type { Value } from "./runtime/value/value.ts";
export { SourceFile } from "./source/source-file.ts";
export {
  defineDeclaration,
  definePhraseFunction,
  defineStatement,
  type RegistryEntry,
} from "./statements/define.ts";
export { knownPhrases } from "./statements/known/index.ts";
export { statements } from "./statements/index.ts";
export { createParser, type Parse } from "./syntax/parser.ts";
export type { ScriptTree } from "./syntax/ast.ts";
export { printScript } from "./syntax/print/print-script.ts";
