import {
  createParser,
  createRegistry,
  functions,
  loadProgram,
  methods,
  renderDiagnostic,
  SourceFile,
  statements,
  type CompiledScript,
  type Host,
  type RunContext,
} from "../../src/index.ts";

const registry = createRegistry(statements, functions, methods);
const parse = createParser(statements);

const refuse = (): never => {
  throw new Error("a program of this benchmark has nothing to ask of the outside");
};
const sender = { send: refuse, skip: refuse };
const host: Host = {
  request: { current: refuse },
  response: { setStatus: refuse, setHeader: refuse },
  output: { print: refuse },
  log: { write: refuse },
  clock: { now: refuse, zone: "UTC" },
  random: { next: refuse, uuid: refuse },
  files: { read: refuse, find: refuse },
  mail: sender,
  whatsapp: sender,
  sms: sender,
  phone: { ...sender, blockAddress: (block) => `/blocks/${block}` },
  model: { mode: "simulated", complete: refuse },
  http: { call: refuse, download: refuse },
  sentHeaders: { set: refuse, get: refuse, clear: refuse },
  systemPrompt: { set: refuse },
  history: { of: refuse },
  failure: { current: refuse },
  received: { whatsapp: () => null },
  call: { add: refuse, address: refuse, blockAddress: refuse },
  conversation: { say: refuse },
  media: { save: refuse, saveSms: refuse },
};
const context: RunContext = {
  id: "benchmark",
  host,
  limits: {
    steps: Number.MAX_SAFE_INTEGER,
    depth: 200,
    textLength: 1e7,
    listLength: 1e6,
    outputLength: 1e6,
    memory: Infinity,
  },
  signal: new AbortController().signal,
  spawn: refuse,
};

/** Compiles a script; throws with the diagnostics where it has errors. */
export function compileProgram(path: string, text: string): CompiledScript {
  const { program, diagnostics } = loadProgram([new SourceFile(path, text)], registry, parse);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const script = program.scripts[0];
  if (script === undefined || errors.length > 0) {
    throw new Error(errors.map(renderDiagnostic).join("\n"));
  }
  return script;
}

/** Runs the top level of a script and returns what it gave. */
export function runProgram(script: CompiledScript): Promise<unknown> {
  return script.runMain(context);
}
