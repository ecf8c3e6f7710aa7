import type { commandLineMessages } from "../codes/command-line.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/command-line.ts`. */
export const commandLineExplanations: ExplanationsOf<typeof commandLineMessages> = {
  GB3390: {
    title: "A file or folder that is not there",
    means: "The path on the command line leads to nothing. It starts from the folder you are in.",
    example: { kind: "command", command: "gbasic check nowhere" },
    mend: "Look at the spelling, and go to the folder that the path starts from.",
  },
  GB3391: {
    title: "A file that cannot be read",
    means: "The file is there, but the system does not let gbasic read it.",
    example: {
      kind: "situation",
      text: "The file belongs to somebody else and is not readable for the user that runs gbasic. The message has the reason of the system, such as EACCES.",
    },
    mend: "Make the file readable, or run the command as its owner.",
  },
  GB3392: {
    title: "A file that is no UTF-8 text",
    means:
      "Scripts are text in the encoding UTF-8. This file has bytes that are not, so letters beyond English would be wrong.",
    example: {
      kind: "situation",
      text: "An editor saved a script with the word olá in the encoding Windows-1252 or Latin-1, or the file is no text at all.",
    },
    mend: "Save it with the encoding UTF-8 in your editor.",
  },
  GB3393: {
    title: "No script",
    means:
      "The folder holds no file that ends in .bas. Folders that begin with a dot, node_modules and tests (*.test.bas) are passed over.",
    example: { kind: "command", command: "gbasic check ." },
    mend: "Name the folder that the scripts are in, or the file itself.",
  },
  GB3394: {
    title: "Nothing is called so",
    means:
      "`gbasic help` knows statements, functions, commands and codes of messages. This is none.",
    example: { kind: "command", command: "gbasic help SEND MIAL" },
    mend: "Look at the spelling. `gbasic help` without more lists everything.",
  },
  GB3395: {
    title: "Several scripts where one is needed",
    means: "`gbasic run` runs one script, and the folder holds more than one.",
    example: {
      kind: "situation",
      text: "`gbasic run scripts`, where the folder scripts holds two files.",
    },
    mend: "Name the file.",
  },
  GB3396: {
    title: "A file that changed while it was fixed or formatted",
    means:
      "Between reading the script and writing it, another program changed it. `gbasic check --fix` and `gbasic fmt` leave it as it is rather than undo that.",
    example: {
      kind: "situation",
      text: "An editor saves the script while `gbasic check --fix` is running.",
    },
    mend: "Type the command again.",
  },
  GB3397: {
    title: "A file that cannot be written",
    means: "The system does not let `gbasic check --fix` or `gbasic fmt` write the script.",
    example: {
      kind: "situation",
      text: "The file is write-protected. The message has the reason of the system, such as EACCES or EROFS.",
    },
    mend: "Make the file writable. `gbasic check --dry-run` shows what would be fixed without writing, `gbasic fmt --check` tells what is not in the style.",
  },
};
