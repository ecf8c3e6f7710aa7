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
  GB5320: {
    title: "A state in which nothing can be changed",
    means:
      "`gbasic jobs retry` gives a new start to what is dead or unknown, and `gbasic jobs discard` gives up what waits, is dead or unknown. This entry is in another state and was left as it is.",
    example: {
      kind: "situation",
      text: "`gbasic jobs retry 3f9a` is typed for a message that was sent.",
    },
    mend: "Look at the entry with `gbasic jobs show`. What waits is tried by itself; what is done is over.",
  },
  GB5321: {
    title: "A message that may arrive twice",
    means:
      "A message whose fate is unknown may have left: the far side never answered. WhatsApp and SMS know no key by which a second copy is dropped, so gbasic sends it again only where you say so.",
    example: {
      kind: "situation",
      text: "`gbasic jobs retry --state unknown --all` is typed without `--may-send-twice`.",
    },
    mend: "Look whether the message arrived. If not, add `--may-send-twice`; if so, take it off the list with `gbasic jobs discard`.",
  },
  GB5322: {
    title: "A request that cannot be retried",
    means:
      "The handler of a plain webhook answers while its caller waits. The caller has got an error and is gone, so there is nobody to answer.",
    example: {
      kind: "situation",
      text: "`gbasic jobs retry` is typed for a request whose handler divided by zero.",
    },
    mend: "Mend the script; the caller has to ask again. `gbasic jobs discard` takes the request off the list.",
  },
  GB5323: {
    title: "An entry whose content is gone",
    means:
      "The request, the arguments or the message of this entry are not kept any more, so it cannot be done again.",
    example: {
      kind: "situation",
      text: "`gbasic jobs retry` is typed for a delivery whose content was deleted.",
    },
    mend: "Take it off the list with `gbasic jobs discard`.",
  },
  GB5324: {
    title: "Nothing is chosen",
    means:
      "`gbasic jobs retry` and `gbasic jobs discard` need to know which entries are meant: their ids, or all in a state or of a route.",
    example: {
      kind: "situation",
      text: "`gbasic jobs retry` is typed with nothing behind it.",
    },
    mend: "Write ids, as in `gbasic jobs retry 3f9a`, or a choice, as in `gbasic jobs retry --state dead --all`.",
  },
  GB5325: {
    title: "A server that does not answer",
    means:
      "A running server owns its data folder, so a command asks it to make the change. The server did not answer, and the command took its question back.",
    example: {
      kind: "situation",
      text: "The server is stopped by a debugger, or its disk is full, while `gbasic jobs retry` waits.",
    },
    mend: "Look at the server's log. Where the server is stuck, end it; then the command makes the change itself.",
  },
  GB5326: {
    title: "A server of an older gbasic",
    means:
      "The server that uses the data folder was started before gbasic was updated, and does not know what this command asks.",
    example: {
      kind: "situation",
      text: "gbasic was updated while the server ran on, then `gbasic jobs retry` is typed.",
    },
    mend: "Start the server again. It brings the store to the new form first.",
  },
  GB5327: {
    title: "Two ways to choose",
    means:
      "Ids choose single entries; `--state`, `--route` and `--all` choose many. Both are given.",
    example: {
      kind: "situation",
      text: "`gbasic jobs retry 3f9a --state dead` is typed.",
    },
    mend: "Leave out the one or the other.",
  },
  GB5328: {
    title: "A change of many entries that is not confirmed",
    means:
      "A choice by state or route can come to many entries, so it is only counted until `--all` says that all of them are meant.",
    example: {
      kind: "situation",
      text: "`gbasic jobs discard --state dead` is typed without `--all`.",
    },
    mend: "Look at them with `gbasic jobs list --state dead`, then give the command again with `--all`.",
  },
  GB5330: {
    title: "A person who is not named well",
    means:
      "`gbasic forget` erases what names a person. A short text would be found in what is about others too.",
    example: { kind: "command", command: "gbasic forget 55" },
    mend: "Write the number with its country code, as in `gbasic forget +5511999990001`, the mail address, or the id under which WhatsApp delivers.",
  },
  GB4789: {
    title: "A file of a person that cannot be deleted",
    means:
      "`gbasic forget` deletes what scripts fetched for the person, too. A file is still there, as this machine did not let it go.",
    example: {
      kind: "situation",
      text: "`gbasic forget` is run by a user who may not write to the folder media of the data folder.",
    },
    mend: "Give the command again as the user of the server, or delete the file by hand.",
  },
  GB5331: {
    title: "Runs of a forgotten person go on",
    means:
      "`gbasic forget` waits a while for runs and messages of the person that are under way. These took longer; all else was erased.",
    example: {
      kind: "situation",
      text: "`gbasic forget` is typed while a job of the person waits for a language model for minutes.",
    },
    mend: "Give the command again when they have ended.",
  },
  GB5340: {
    title: "A repeated run that goes another way",
    means:
      "A run that is tried again, after an error of the outside, a crash, `gbasic jobs retry` or a delivery that came again (ONCE PER), does nothing again that it did before, and is told what it was told: answers of the language model, the time, chance. That works as long as its messages, jobs and questions are the same as far as the earlier attempt came. Here one was another, so the run was stopped before it sent something wrong.",
    example: {
      kind: "situation",
      text: 'A run that had sent "Hello" failed in a later line. Its first SEND was changed to "Good morning", and `gbasic jobs retry` is typed.',
    },
    mend: "Change only what comes after the line that failed, and retry; or take the entry off the list with `gbasic jobs discard`. `gbasic jobs show` lists what the run did.",
  },
  GB5341: {
    title: "A message is no run",
    means:
      "`gbasic replay` runs a delivery, a request or a job again. This id is that of a message.",
    example: { kind: "situation", text: "`gbasic replay 3f9a:1` is typed, the id of a message." },
    mend: "Replay the run that sent it; the message names it.",
  },
  GB5342: {
    title: "Nothing to replay",
    means: "The request or the arguments of this entry are not kept any more.",
    example: {
      kind: "situation",
      text: "`gbasic replay` is typed for a delivery of last month.",
    },
    mend: "Set `GBASIC_KEEP_BODIES` to more days where you want to replay older deliveries.",
  },
  GB5343: {
    title: "A script that cannot be read",
    means:
      "`gbasic replay` runs the script that ran then, found by the path that the server had for it. There is no such file from the folder that you are in.",
    example: {
      kind: "situation",
      text: "The server was started in another folder, or the script was renamed.",
    },
    mend: "Go to the folder from which the server was started, or name the script with `--against FILE`.",
  },
  GB5350: {
    title: "Nobody with a history",
    means:
      "`gbasic history` found no message of this person in the store: nobody with this number, address or id wrote or was sent anything within `GBASIC_KEEP_HISTORY` days, or it was erased by `gbasic forget`.",
    example: {
      kind: "situation",
      text: "`gbasic history 11999990001` is typed for +55 11 99999-0001.",
    },
    mend: "Write the number with its country code, and look whether `--data` names the folder of the server.",
  },
};
