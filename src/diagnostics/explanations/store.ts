import type { storeMessages } from "../codes/store.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/store.ts`. */
export const storeExplanations: ExplanationsOf<typeof storeMessages> = {
  GB5301: {
    title: "A data folder that cannot be used",
    means:
      "gbasic stores every delivery before it acknowledges it. The folder for that cannot be made, read or written, or its disk is full.",
    example: {
      kind: "situation",
      text: "`gbasic serve scripts --data /var/lib/gbasic` is run by a user who may not write there.",
    },
    mend: "Give the user that runs gbasic the right to write there, or name another folder with `--data` or `GBASIC_DATA`.",
  },
  GB5302: {
    title: "A data folder that is in use",
    means:
      "Another gbasic serves from the same data folder. Two would handle each other's deliveries twice.",
    example: {
      kind: "situation",
      text: "`gbasic serve scripts` is started a second time in the same folder while the first still runs.",
    },
    mend: "End the other one first, or give each a data folder of its own with `--data` or `GBASIC_DATA`.",
  },
  GB5303: {
    title: "A damaged database",
    means:
      "The file `gbasic.db` in the data folder is not what gbasic wrote: it is damaged, or another program made it. It was left as it is.",
    example: {
      kind: "situation",
      text: "The file was copied while gbasic was running, without `gbasic.db-wal` beside it, or the disk lost a part of it.",
    },
    mend: "Put a copy back. To start with an empty store, move the file away; then deliveries that were not handled are lost, and repeated ones run again.",
  },
  GB5304: {
    title: "A database of a newer gbasic",
    means:
      "A newer version of gbasic changed the form of the database, and this one does not know it. The file was left as it is.",
    example: {
      kind: "situation",
      text: "gbasic was updated, served for a while, and was then set back to the version before.",
    },
    mend: "Use the newer gbasic, or name another data folder with `--data` or `GBASIC_DATA`.",
  },
};
