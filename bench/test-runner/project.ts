import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** How much there is to test. */
export interface ProjectSize {
  readonly files: number;
  readonly testsOfEach: number;
}

/**
 * Writes a project of scripts with their tests: the WhatsApp handler of `scripts/`, as many times as
 * there are files, each with tests that send it a message and look at the reply.
 */
export async function writeScripts(folder: string, size: ProjectSize): Promise<void> {
  const script = await readFile("scripts/whatsapp.bas", "utf8");
  const tests = Array.from({ length: size.testsOfEach }, (_, at) => testOfReply(at)).join("\n");
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < size.files; at++) {
    await writeFile(join(folder, `bot${String(at)}.bas`), script);
    await writeFile(join(folder, `bot${String(at)}.test.bas`), tests);
  }
}

function testOfReply(at: number): string {
  const number = `+55119999${String(at).padStart(5, "0")}`;
  return `TEST "message ${String(at)} is answered"
  MOCK GENERATE RESPONSE WITH "Good morning!"
  RECEIVE WHATSAPP TEXT "hello ${String(at)}" FROM "${number}"
  EXPECT STATUS 200
  EXPECT SENT WHATSAPP TO "${number}" SAYING "Good morning!"
END TEST
`;
}

/** Writes as many tests for vitest, which do nothing. */
export async function writeEmptyTests(folder: string, size: ProjectSize): Promise<void> {
  const tests = Array.from(
    { length: size.testsOfEach },
    (_, at) => `test("${String(at)}", () => {});`,
  );
  await mkdir(folder, { recursive: true });
  for (let at = 0; at < size.files; at++) {
    await writeFile(join(folder, `empty${String(at)}.test.js`), `${tests.join("\n")}\n`);
  }
}
