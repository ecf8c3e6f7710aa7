import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import { doctorMessages } from "../../diagnostics/codes/doctor.ts";
import { DATABASE_FILE, isInUse } from "../../engine/sqlite/open-database.ts";
import { readStore } from "../../engine/sqlite/store-reader.ts";
import { StoreError } from "../../engine/sqlite/store-error.ts";
import { type Finding, findingOf } from "./finding.ts";

/** Below that many bytes a store soon has no room. */
const LITTLE_SPACE = 200 * 1024 * 1024;

/** Looks whether the data folder can be written to and its store opens. @param folder absolute */
export function checkData(folder: string): readonly Finding[] {
  try {
    return [storeFinding(folder), ...spaceFindings(nearestFolder(folder))];
  } catch (error) {
    if (error instanceof StoreError) return [findingOf("machine", folder, error.detail)];
    const reason = error instanceof Error ? error.message : String(error);
    return [findingOf("machine", folder, doctorMessages.unwritable(folder, reason))];
  }
}

function storeFinding(folder: string): Finding {
  const own = { area: "machine", subject: "data folder", state: "ok" } as const;
  if (!existsSync(folder)) {
    accessSync(nearestFolder(folder), constants.W_OK);
    return { ...own, text: `${folder} will be made` };
  }
  accessSync(folder, constants.W_OK);
  if (isInUse(folder)) return { ...own, text: `${folder} is in use by a running server` };
  if (!existsSync(join(folder, DATABASE_FILE))) return { ...own, text: `${folder} is writable` };
  readStore(folder, () => undefined);
  return { ...own, text: `${folder} is writable, and its store opens` };
}

function spaceFindings(folder: string): readonly Finding[] {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= LITTLE_SPACE) return [];
  const megabytes = Math.floor(free / 1024 / 1024);
  return [findingOf("machine", "disk", doctorMessages.littleSpace(folder, megabytes))];
}

/** The folder itself, else the next one above it that is there. */
function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(dirname(folder));
}
