import { execFileSync } from "node:child_process";
import { chmod, rm } from "node:fs/promises";
import { build } from "esbuild";

const OUTPUT = "dist";

/**
 * The packages that every command loads at its start are bundled, which saves the time of finding
 * and reading their many files. The rest stay packages, loaded by the commands that use them.
 */
const EXTERNAL = [
  "busboy",
  "chokidar",
  "dotenv",
  "express",
  "ipaddr.js",
  "nodemailer",
  "pino",
  "pino-pretty",
  "prom-client",
  "re2js",
  "twilio",
];

/** Bundles the command and the library; what they share and what loads late become chunks. */
async function bundle(): Promise<void> {
  await build({
    entryPoints: { cli: "src/cli/bin.ts", index: "src/index.ts" },
    outdir: OUTPUT,
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22.18",
    external: EXTERNAL.flatMap((name) => [name, `${name}/*`]),
    logLevel: "warning",
  });
  await chmod(`${OUTPUT}/cli.js`, 0o755);
}

/** Writes the types of the library, one file for each source file that it reaches. */
function declareTypes(): void {
  const compiler = "node_modules/typescript/bin/tsc";
  execFileSync(process.execPath, [compiler, "--project", "tsconfig.types.json"], {
    stdio: "inherit",
  });
}

await rm(OUTPUT, { recursive: true, force: true });
await bundle();
declareTypes();
