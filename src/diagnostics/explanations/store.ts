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
  GB5310: {
    title: "No store in the folder",
    means:
      "`gbasic jobs` looks into the data folder of a server: the one of `--data`, else of `GBASIC_DATA`, else `.gbasic` in the folder you are in. There is no store in it.",
    example: { kind: "command", command: "gbasic jobs list --data nowhere" },
    mend: "Go to the folder from which the server was started, or name its data folder with `--data`. A server that never ran has none yet.",
  },
  GB5311: {
    title: "An id that is not in the store",
    means:
      "No event, job, message or request in the store has this id or one that begins with it. What ended well is deleted after 8 days.",
    example: {
      kind: "situation",
      text: "`gbasic jobs show 3f9a` is typed while no id begins with 3f9a.",
    },
    mend: "Take the id from `gbasic jobs list` or from the log, where it is called run or send.",
  },
  GB5312: {
    title: "The beginning of several ids",
    means:
      "The beginning of an id is enough where it leads to one entry. Here it leads to several, of which the message shows some.",
    example: {
      kind: "situation",
      text: "`gbasic jobs show 3` is typed while the store has 3f9a… and 31c7….",
    },
    mend: "Write more of the id.",
  },
};
