import type { newProjectMessages } from "../codes/new-project.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/new-project.ts`. */
export const newProjectExplanations: ExplanationsOf<typeof newProjectMessages> = {
  GB5450: {
    title: "A name that a project cannot have",
    means:
      "The name of a project is that of its folder and of its npm package, so it has small letters, digits, - and _ and begins with a letter or digit. A few names have a meaning of their own, such as gbasic and node_modules.",
    example: { kind: "command", command: "gbasic new Shop/Bot" },
    mend: "Take the name that the message proposes, or another one of that form.",
  },
  GB5451: {
    title: "A project without a name",
    means: "`gbasic new` makes a folder, and was not told what to call it.",
    example: { kind: "command", command: "gbasic new" },
    mend: "Give it a name. `--here` makes the project in the folder that you are in, whose name it takes.",
  },
  GB5452: {
    title: "A folder that is not empty",
    means:
      "A folder of that name is there and holds something. Nothing is written, so that nothing is lost.",
    example: { kind: "situation", text: "`gbasic new my-bot` is typed a second time." },
    mend: "Choose another name. `--here`, in the folder itself, writes where no file is in the way.",
  },
  GB5453: {
    title: "A file in the place of the folder",
    means: "What is there under the name of the project is no folder.",
    example: { kind: "situation", text: "`gbasic new notes` beside a file notes." },
    mend: "Choose another name, or move the file.",
  },
  GB5454: {
    title: "Files that would be overwritten",
    means:
      "`gbasic new --here` found files that it would have to write over. Nothing is written then.",
    example: { kind: "situation", text: "The folder already has a package.json." },
    mend: "Move them away, or make the project in a folder of its own and copy what you need.",
  },
  GB5455: {
    title: "A folder that cannot be written",
    means:
      "The system does not let gbasic make files there. The message has its reason, such as EACCES or ENOSPC.",
    example: { kind: "situation", text: "`gbasic new my-bot` in a folder of the system." },
    mend: "Go to a folder of your own, and try again.",
  },
};
