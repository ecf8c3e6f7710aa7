import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MESSAGE_MEMBERS, STATUS_MEMBERS } from "../../src/functions/messages/whatsapp-object.ts";
import type { ObjectMember } from "../../src/host/known-object.ts";
import { manualMembers } from "../../src/manual/object-members.ts";

const page = readFileSync("docs/whatsapp.md", "utf8");

/** The rows of the table behind a line, without the blanks that align them. */
function tableBehind(line: string): readonly string[] {
  const [, behind = ""] = page.split(line);
  const [, table = ""] = behind.split("\n\n");
  return table
    .split("\n")
    .slice(2)
    .map((row) => row.replaceAll(/ +\|/g, " |"));
}

function rows(members: readonly ObjectMember[]): readonly string[] {
  return manualMembers(members).map(({ name, holds }) => `| \`${name}\` | ${holds} |`);
}

test.each([
  ["`WHATSAPP` is an object with all of the message:", MESSAGE_MEMBERS],
  ["In such a handler `WHATSAPP` has", STATUS_MEMBERS],
])("the table behind %j is what the checker knows", (line, members) => {
  expect(tableBehind(line)).toEqual(rows(members));
});
