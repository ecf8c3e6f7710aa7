import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { expect, test } from "vitest";

interface Layer {
  /** A folder of src, or a file where a part of a folder has a row of its own. */
  readonly name: string;
  /** The layers that may be imported; true where only their types may. */
  readonly mayImport: ReadonlyMap<string, boolean>;
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const EVERYTHING = "everything";
const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^;"']*?\sfrom\s+)?"(\.[^"]+)"/gm;
const LATE_IMPORT = /\bimport\("(\.[^"]+)"\)/g;

const files = globSync("src/**/*.ts").map((path) => path.replace(/^src\//, ""));
const layers = readTable(readFileSync("src/README.md", "utf8"));

test("every folder of src has a row in src/README.md, and every row exists", () => {
  const owners = new Set(files.map((file) => layerOf(file)));
  expect([...owners].toSorted()).toEqual([...layers.keys()].toSorted());
});

test("every import is allowed by src/README.md", () => {
  const arrows = files.flatMap(importsOf).filter(({ to }) => to !== "../package.json");
  const wrong = arrows.filter((arrow) => !isAllowed(arrow));
  expect(arrows.length).toBeGreaterThan(files.length);
  expect(
    wrong.map(({ from, to, typeOnly }) => `${from} → ${to}${typeOnly ? " (type)" : ""}`),
  ).toEqual([]);
});

test("the table allows no circle", () => {
  const order = [...layers.keys()];
  const upwards = [...layers.values()].flatMap(({ name, mayImport }) =>
    [...mayImport.keys()]
      .filter((target) => order.indexOf(target) >= order.indexOf(name))
      .map((target) => `${name} → ${target}`),
  );
  expect(upwards).toEqual([]);
});

function readTable(markdown: string): ReadonlyMap<string, Layer> {
  const rows = markdown.matchAll(/^\| `(?<name>[^`]+)` *\|[^|]*\|(?<cell>[^|]*)\|$/gm);
  const found = new Map<string, Layer>();
  for (const { groups } of rows) {
    const { name = "", cell = "" } = groups ?? {};
    found.set(name, { name, mayImport: readCell(cell, [...found.keys()]) });
  }
  return found;
}

function readCell(cell: string, above: readonly string[]): ReadonlyMap<string, boolean> {
  if (cell.trim() === EVERYTHING) return new Map(above.map((name) => [name, false]));
  const entries = cell.matchAll(/`([^`]+)`( \(types\))?/g);
  return new Map([...entries].map(([, name = "", mark]) => [name, mark !== undefined]));
}

/** The most specific row wins; a file without one is its own layer, which no row names. */
function layerOf(file: string): string {
  if (layers.has(file)) return file;
  for (let folder = dirname(file); folder !== "."; folder = dirname(folder)) {
    if (layers.has(folder)) return folder;
  }
  return file.split("/")[0] ?? file;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join("src", file), "utf8");
  const at = (path: string) => join(dirname(file), path);
  return [
    ...[...text.matchAll(IMPORT)].map(([, type, path = ""]) => ({
      from: file,
      to: at(path),
      typeOnly: type !== undefined,
    })),
    ...[...text.matchAll(LATE_IMPORT)].map(([, path = ""]) => ({
      from: file,
      to: at(path),
      typeOnly: false,
    })),
  ];
}

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const source = layerOf(from);
  const target = layerOf(to);
  if (source === target) return true;
  const onlyTypes = layers.get(source)?.mayImport.get(target);
  return onlyTypes === false || (onlyTypes === true && typeOnly);
}
