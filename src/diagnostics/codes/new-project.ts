import { error } from "../message.ts";

/** GB5450–GB5455: where a new project can be made. */
export const newProjectMessages = {
  badName: (name: string, proposed: string | undefined) =>
    error(
      "GB5450",
      `${JSON.stringify(name)} cannot be the name of a project`,
      proposed === undefined
        ? "a name has small letters, digits, - and _, and begins with a letter or digit"
        : `small letters, digits, - and _ are possible: npx gbasic new ${proposed}`,
    ),
  noName: () =>
    error(
      "GB5451",
      "the new project needs a name",
      "type npx gbasic new my-bot, or npx gbasic new --here for the folder that you are in",
    ),
  notEmpty: (folder: string) =>
    error(
      "GB5452",
      `the folder ${folder} is there already and is not empty`,
      `choose another name; to add what is missing there, go into it and type npx gbasic new --here`,
    ),
  isFile: (path: string) =>
    error(
      "GB5453",
      `there is a file with the name ${path}`,
      "choose another name, or move the file",
    ),
  alreadyThere: (paths: readonly string[]) =>
    error(
      "GB5454",
      `the folder already has ${paths.join(", ")}`,
      "nothing was written; move them away, or make the project in a folder of its own",
    ),
  unwritable: (path: string, reason: string) =>
    error(
      "GB5455",
      `${path} cannot be written: ${reason}`,
      "go to a folder in which you may make files, and try again",
    ),
};
