import { error } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB53xx: the folder in which deliveries, jobs and messages are kept. */
export const storeMessages = {
  unusable: (path: string, reason: string) =>
    error(
      "GB5301",
      `${path} cannot be used to store deliveries: ${reason}`,
      "give gbasic a folder that it may write to, with --data or GBASIC_DATA",
    ),
  inUse: (folder: string) =>
    error(
      "GB5302",
      `another gbasic already uses the data folder ${folder}`,
      "end it first, or give this one a folder of its own with --data or GBASIC_DATA",
    ),
  damaged: (path: string) =>
    error(
      "GB5303",
      `${path} is damaged or is no database of gbasic`,
      "nothing was changed; put a copy back, or move the file away to start with an empty store",
    ),
  fromNewer: (path: string) =>
    error(
      "GB5304",
      `${path} was written by a newer gbasic than this one`,
      "nothing was changed; use the newer gbasic, or another data folder",
    ),
  noStore: (folder: string) =>
    error(
      "GB5310",
      `there is no store of gbasic in ${folder}`,
      "name the data folder of the server with --data or GBASIC_DATA; gbasic serve makes it",
    ),
  noSuchEntry: (id: string, proposed: string | undefined) =>
    error(
      "GB5311",
      `nothing in the store has an id that begins with ${id}`,
      proposal(proposed) ?? "gbasic jobs list shows the ids",
    ),
  severalEntries: (prefix: string, ids: readonly string[]) =>
    error(
      "GB5312",
      `more than one id begins with ${prefix}: ${ids.join(", ")}`,
      "write more of the id",
    ),
  wrongState: (action: string, id: string, state: string, hint: string) =>
    error("GB5320", `${id} cannot be ${action}: it is ${state}`, hint),
  maySendTwice: (id: string) =>
    error(
      "GB5321",
      `${id} was not sent again, as it may have been sent already`,
      "look whether it arrived; --may-send-twice sends it again all the same",
    ),
  callerGone: (id: string) =>
    error(
      "GB5322",
      `${id} cannot be retried: who made the request waits for its answer no longer`,
      "Twilio repeats a call that failed; other callers have to ask again",
    ),
  contentGone: (id: string) =>
    error(
      "GB5323",
      `${id} cannot be retried: what it was about is not kept any more`,
      "gbasic jobs discard takes it off the list",
    ),
  nothingChosen: (action: string) =>
    error(
      "GB5324",
      `nothing says which entries are to be ${action}`,
      "write their ids, or --state, --route or both, with --all",
    ),
  idsAndChoice: () =>
    error(
      "GB5327",
      "ids and --state, --route or --all are two ways to choose, and both are given",
      "write the ids alone, or --state and --route with --all",
    ),
  confirmAll: (action: string, count: number) =>
    error(
      "GB5328",
      `nothing was changed: ${String(count)} ${count === 1 ? "entry" : "entries"} would be ${action}`,
      "gbasic jobs list shows them; add --all to go on",
    ),
  serverSilent: (folder: string, seconds: number) =>
    error(
      "GB5325",
      `the server that uses ${folder} did not answer within ${String(seconds)} seconds`,
      "nothing was asked any more; look at its log, or end it and give the command again",
    ),
  serverOlder: (folder: string) =>
    error(
      "GB5326",
      `the server that uses ${folder} is an older gbasic than this command`,
      "start the server again with this gbasic",
    ),
  nobodyNamed: (written: string) =>
    error(
      "GB5330",
      `${JSON.stringify(written)} is too short to mean one person`,
      "write the whole number with its country code, the mail address, or the id of WhatsApp",
    ),
  filesLeft: (count: number) =>
    error(
      "GB4789",
      `${String(count)} ${count === 1 ? "file" : "files"} of this person could not be deleted from the data folder`,
      "look whether gbasic may write to its folder media, and give the command again",
    ),
  stillRunning: (count: number) =>
    error(
      "GB5331",
      `${String(count)} ${count === 1 ? "run or message" : "runs and messages"} of this person had not ended, and nothing of them is erased yet`,
      "give the command again once they have; gbasic jobs list --state running shows them",
    ),
  diverged: (step: number, now: string, before: string) =>
    error(
      "GB5340",
      `step ${String(step)} of this run is ${now}, but in an earlier attempt it was ${before}`,
      "the script has changed since, or the delivery that came again, or what a service answers; nothing was sent twice, and nothing more was done",
    ),
  notReplayable: (id: string, run: string | undefined) =>
    error(
      "GB5341",
      `${id} is a message, and a message does not run`,
      run === undefined ? undefined : `npx gbasic replay ${run} runs again what sent it`,
    ),
  nothingToReplay: (id: string) =>
    error(
      "GB5342",
      `${id} cannot be replayed: what it was about is not kept any more`,
      "GBASIC_KEEP_BODIES says for how long it is kept",
    ),
  scriptNotFound: (path: string) =>
    error(
      "GB5343",
      `the script ${path}, which ran then, cannot be read from here`,
      "go to the folder from which the server was started, or name a script with --against",
    ),
  noHistory: (person: string, proposed: string | undefined) =>
    error(
      "GB5350",
      `nothing is kept of what ${person} wrote or was sent`,
      proposal(proposed) ?? "write the number with its country code, or the id of WhatsApp",
    ),
} as const;
