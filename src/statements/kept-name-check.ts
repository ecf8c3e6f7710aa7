import { mediaMessages } from "../diagnostics/codes/media.ts";
import { safePath } from "../host/media/kept-name.ts";
import { MEDIA_FOLDER } from "../host/media/kept-path.ts";
import type { SlotCheck } from "../host/written-statement.ts";
import { toText } from "../runtime/value/text.ts";

/** Checks what a script itself calls a file: that it is kept by that path, and not by one made of it. */
export const keptNameCheck: SlotCheck = (value) => {
  const written = toText(value);
  const path = written.trim().replaceAll("\\", "/");
  const kept = safePath(written, "");
  const isSame = kept !== "" && (path === kept || path === `${MEDIA_FOLDER}/${kept}`);
  return isSame ? undefined : mediaMessages.wrongMediaPath(written, kept);
};
