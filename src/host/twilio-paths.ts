import type { TwilioDeclaration } from "./handler.ts";
import { transcriptionBlock } from "./twilio/transcription.ts";
import type { TwilioSubject } from "../facts/twilio-statuses.ts";

/** Where handlers for Twilio listen that name no path; each begins with `/` and does not end with it. */
export interface TwilioPaths {
  /** Of ON CALL; the blocks in which calls go on are below it. */
  readonly call: string;
  /** Of ON SMS. */
  readonly sms: string;
}

/**
 * Gives the path on which a handler listens, as it stands in an address.
 * @param script the path of its script: blocks are known by it
 */
export function twilioPathOf(
  { event, path, block }: TwilioDeclaration,
  script: string,
  paths: TwilioPaths,
): string {
  if (block !== undefined) {
    const name = event === "transcription" ? transcriptionBlock(block) : block;
    return blockPath(name, script, paths);
  }
  return path ?? (event === "sms" ? paths.sms : paths.call);
}

/** Gives the path of a block in which a call goes on: `/twilio/voice/shop/menu`. */
export function blockPath(block: string, script: string, { call }: TwilioPaths): string {
  const file = script.split(/[/\\]/).at(-1) ?? script;
  const segments = [file.replace(/\.bas$/i, ""), block.toLowerCase()];
  return `${call}/${segments.map(encodeURIComponent).join("/")}`;
}

/** The parameter of an address of `statusPath` that holds the key of what was sent. */
export const SEND_PARAMETER = "send";

/** Gives the path at which Twilio tells what became of messages or calls: `/twilio/sms/status`. */
export function statusPath(about: TwilioSubject, { sms, call }: TwilioPaths): string {
  return `${about === "sms" ? sms : call}/status`;
}

/**
 * Gives the address at which Twilio tells what became of one message or call.
 * @param base of the server's `statusPath`
 * @param key of the message or call
 */
export function statusAddress(base: string, key: string): string {
  return `${base}?${new URLSearchParams([[SEND_PARAMETER, key]]).toString()}`;
}
