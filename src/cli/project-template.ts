import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

/** A file of a new project. */
export interface ProjectFile {
  /** From the folder of the project, with `/` between folders. */
  readonly path: string;
  readonly text: string;
}

/** In the package, whether this is the source or a bundle of it. */
const TEMPLATE = join(import.meta.dirname, "../../templates/project");

/**
 * Reads the files of a new project.
 * @param values what stands in the files as `{{NAME}}`, by that name
 */
export async function readTemplate(
  values: Readonly<Record<string, string>>,
): Promise<readonly ProjectFile[]> {
  const entries = await readdir(TEMPLATE, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(TEMPLATE, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  return Promise.all(
    paths.toSorted().map(async (path) => {
      const text = await readFile(join(TEMPLATE, path), "utf8");
      return { path: withDots(path), text: filledIn(text, values) };
    }),
  );
}

/** Writes files into a folder that is there. @throws what the system says where it cannot */
export async function writeProject(folder: string, files: readonly ProjectFile[]): Promise<void> {
  for (const { path, text } of files) {
    const absolute = join(folder, path);
    await mkdir(dirname(absolute), { recursive: true });
    await writeFile(absolute, text, { flag: "wx" });
  }
}

/** npm leaves files such as .gitignore out of packages, so they have another name there. */
function withDots(path: string): string {
  return path.replaceAll(/(^|\/)dot-/g, "$1.");
}

function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a template asks for ${name}, which nobody gives`);
    return value;
  });
}
