#!/usr/bin/env node
// This file must load on any Node: what needs a newer one is only imported once that is certain.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`gbasic needs Node.js 22.18 or newer, found ${process.versions.node}\n`);
  process.exitCode = 2;
} else {
  // What V8 compiled is kept for the next start, unless NODE_DISABLE_COMPILE_CACHE says otherwise.
  process.getBuiltinModule("node:module").enableCompileCache();
  const { main } = await import("./main.ts");
  const { processIo } = await import("./io.ts");
  process.exitCode = await main(process.argv.slice(2), processIo());
}

export {};
