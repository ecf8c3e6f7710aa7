import type { CompiledHandler, Program } from "../compile/script.ts";
import { engineMessages } from "../diagnostics/codes/engine.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { FAILURE_HANDLER } from "../engine/failed-send.ts";
import type { SynchronousRequest } from "../engine/recorded-response.ts";
import { type HandlerReference, type JobWork, originOf, type Work } from "../engine/work.ts";
import { handlerName } from "../host/handler.ts";
import type { Answers } from "../runtime/response.ts";
import { readFailure } from "./failure-job.ts";
import { readArguments } from "./job-arguments.ts";
import type { Run } from "./runner.ts";

/** A run of which it is not known whether it was tried before. */
export type NewRun = Omit<Run, "past">;

/** Names a handler in the way in which it is found again. */
export function referenceTo(handler: CompiledHandler): HandlerReference {
  return { script: handler.script.file.path, route: handlerName(handler.declaration) };
}

/** Tells what the response of a handler answers. */
export function answersOf({ declaration }: CompiledHandler): Answers {
  if (declaration.kind === "webhook") {
    return declaration.verification === "twilio" ? "twilio" : "request";
  }
  if (declaration.kind !== "twilio") return "event";
  return declaration.event === "sms" ? "message" : "call";
}

/** Finds what a stored entry runs. @returns a message where the scripts do not have it any more */
export function findRun(work: Work | SynchronousRequest, program: Program): NewRun | Message {
  return "args" in work ? jobRun(work, program) : handlerRun(work, program);
}

function handlerRun(
  work: Exclude<Work, JobWork> | SynchronousRequest,
  program: Program,
): NewRun | Message {
  const { id, handler: reference, request } = work;
  const handler = program.handlers.find((candidate) => {
    const { script, route } = referenceTo(candidate);
    return script === reference.script && route === reference.route;
  });
  if (handler === undefined) return engineMessages.handlerGone(reference.route, reference.script);
  const { script, span } = handler;
  const execute: Run["execute"] = (context) => handler.run(context);
  const answers = answersOf(handler);
  const run = { id, name: reference.route, parent: undefined, script, span, request, execute };
  const own = { ...run, answers };
  const [kind, lane] = "lane" in work ? ["event" as const, work.lane] : ["request" as const, id];
  const origin = "lane" in work ? originOf(work) : {};
  const { emptyReply = null } = handler;
  return { ...own, ...origin, kind, lane, caller: undefined, emptyReply };
}

function jobRun(job: JobWork, program: Program): NewRun | Message {
  const { id, lane, parentId: parent, script: path, procedure: key, args } = job;
  if (key === FAILURE_HANDLER) return failureRun(job, program);
  const script = program.script(path);
  const procedure = script?.procedures.get(key);
  if (script === undefined || procedure === undefined) {
    return engineMessages.procedureGone(key, path);
  }
  const execute: Run["execute"] = (context) => procedure.run(context, readArguments(args));
  const none = { span: undefined, request: undefined, caller: undefined };
  const name = procedure.displayName;
  return { id, kind: "job", name, parent, lane, ...originOf(job), script, ...none, execute };
}

/** Finds ON SEND FAILED, which may stand in another script by now. */
function failureRun(
  { id, lane, parentId: parent, args, script, ...rest }: JobWork,
  program: Program,
) {
  const name = "ON SEND FAILED";
  const handler = program.handlers.find(({ declaration }) => declaration.kind === "send-failed");
  if (handler === undefined) return engineMessages.handlerGone(name, script);
  const execute: Run["execute"] = (context) => handler.run(context);
  const own = { id, kind: "job", name, parent, lane, script: handler.script } as const;
  const none = { request: undefined, caller: undefined };
  return {
    ...own,
    ...originOf(rest),
    ...none,
    span: handler.span,
    execute,
    failed: readFailure(args),
  };
}
