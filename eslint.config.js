import eslint from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** What reads the machine: only adapters, the command line and the listening server may. */
const AMBIENT_GLOBALS = [
  { name: "setTimeout", message: "Take a timer or an AbortSignal as a parameter." },
  { name: "setInterval", message: "Take a timer as a parameter." },
  { name: "fetch", message: "Only channels and the HTTP client talk to the network." },
];
const AMBIENT_PROPERTIES = [
  { object: "process", property: "env", message: "Settings come in as a parameter." },
  { object: "Date", property: "now", message: "Take a clock as a parameter." },
  { object: "Math", property: "random", message: "Take a random source as a parameter." },
];
const SYNTAX = [
  { selector: "ExportDefaultDeclaration", message: "Export by name." },
  { selector: "TSEnumDeclaration", message: "Use a union of literals." },
];
const AMBIENT_SYNTAX = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Take a clock as a parameter.",
  },
];
const AMBIENT_FILES = [
  "src/host/timers.ts",
  "src/cli/**",
  "src/channels/**",
  "src/server/listen.ts",
  "src/server/shutdown.ts",
];

export default defineConfig(
  { ignores: ["dist", "coverage", "node_modules", ".gbasic"] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/consistent-type-exports": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: true },
      ],
      "@typescript-eslint/no-unsafe-type-assertion": "error",
      // A callback that may wait or not returns a promise or nothing.
      "@typescript-eslint/no-invalid-void-type": "off",
      // What may wait in one implementation is async in all: its errors are rejections in each.
      "@typescript-eslint/require-await": "off",
      // A caught error passes on as it came, with a place added to it.
      "@typescript-eslint/only-throw-error": ["error", { allowThrowingUnknown: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: "error",
      "no-restricted-syntax": ["error", ...SYNTAX],
    },
  },
  {
    files: ["src/**/*.ts", "bench/**/*.ts"],
    rules: {
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 40, skipComments: true }],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: AMBIENT_FILES,
    rules: {
      "no-console": "error",
      "no-restricted-globals": ["error", ...AMBIENT_GLOBALS],
      "no-restricted-properties": ["error", ...AMBIENT_PROPERTIES],
      "no-restricted-imports": ["error", "timers", "node:timers", "node:timers/promises"],
      "no-restricted-syntax": ["error", ...SYNTAX, ...AMBIENT_SYNTAX],
    },
  },
  {
    // The two places that turn what the parser checked into the types that the patterns state.
    files: ["src/statements/define.ts", "src/functions/define.ts"],
    rules: { "@typescript-eslint/no-unsafe-type-assertion": "off" },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-type-assertion": "off",
      "@typescript-eslint/unbound-method": "off",
      // A test waits for what it expects, never for time to pass.
      "no-restricted-globals": ["error", "setTimeout", "setInterval"],
      "no-restricted-imports": [
        "error",
        { name: "node:timers/promises", importNames: ["setTimeout", "setInterval"] },
      ],
    },
  },
  {
    files: ["*.config.{js,ts}"],
    rules: { "no-restricted-syntax": "off" },
  },
);
