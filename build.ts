import { execFileSync } from "node:child_process";
import http from "node:http";
import { chmod, rm } from "node:fs/promises";
import { build, type Plugin } from "esbuild";

const OUTPUT = "dist";

/**
 * The packages that every command loads at its start are bundled, which saves the time of finding
 * and reading their many files. The rest stay packages, loaded by the commands that use them.
 */
const EXTERNAL = [
  "@xmldom/xmldom",
  "busboy",
  "chokidar",
  "dotenv",
  "express",
  "ipaddr.js",
  "istanbul-lib-coverage",
  "istanbul-lib-report",
  "istanbul-reports",
  "mustache",
  "nodemailer",
  "pino",
  "pino-pretty",
  "prom-client",
  "re2js",
  "twilio",
  "undici",
];

/**
 * Node's own modules that a bundled package asks for at its start and uses late or never, and what
 * takes their place. Each would bring a dozen more along, which costs every command some ms.
 */
const LATE_BUILTINS = new Map([
  ["node:child_process", lateDefault("node:child_process")],
  ["node:fs", lateDefault("node:fs")],
  ["node:vm", lateDefault("node:vm")],
  ["node:process", "export default globalThis.process;"],
  [
    "node:util",
    `export const stripVTControlCharacters = (text) =>
      process.getBuiltinModule("node:util").stripVTControlCharacters(text);`,
  ],
]);

/** A default export that loads the module when the first of its members is read. */
function lateDefault(name: string): string {
  return `export default new Proxy({}, {
    get: (_, member) => process.getBuiltinModule("${name}")[member],
  });`;
}

const lateBuiltins: Plugin = {
  name: "late-builtins",
  setup(bundler) {
    bundler.onResolve({ filter: /^(node:)?(child_process|fs|vm|process|util)$/ }, (request) => {
      if (!request.importer.includes("node_modules")) return undefined;
      const path = request.path.startsWith("node:") ? request.path : `node:${request.path}`;
      return { path, namespace: "late-builtin" };
    });
    bundler.onLoad({ filter: /./, namespace: "late-builtin" }, ({ path }) => {
      const contents = LATE_BUILTINS.get(path);
      return contents === undefined ? undefined : { contents };
    });
  },
};

/**
 * An import statement for `node:http` reads each of its exports, and one of them loads all of undici.
 * What is asked for by name alone does not.
 */
const plainHttp: Plugin = {
  name: "plain-http",
  setup(bundler) {
    bundler.onResolve({ filter: /^node:http$/ }, ({ importer, path }) => {
      return importer.includes("node_modules") ? undefined : { path, namespace: "plain-http" };
    });
    bundler.onLoad({ filter: /./, namespace: "plain-http" }, ({ path }) => {
      const exported = Object.entries(Object.getOwnPropertyDescriptors(http));
      const names = exported.filter(([, one]) => "value" in one).map(([name]) => name);
      return {
        contents: `export const { ${names.join(", ")} } = process.getBuiltinModule("${path}");`,
      };
    });
  },
};

/** Bundles the command and the library; what they share and what loads late become chunks. */
async function bundle(): Promise<void> {
  await build({
    entryPoints: {
      cli: "src/cli/bin.ts",
      index: "src/index.ts",
      testing: "src/test-library/index.ts",
    },
    outdir: OUTPUT,
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,

    minifySyntax: true,
    format: "esm",
    platform: "node",
    target: "node22.18",
    external: EXTERNAL.flatMap((name) => [name, `${name}/*`]),
    plugins: [lateBuiltins, plainHttp],
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
