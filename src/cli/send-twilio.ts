import { type Command, InvalidArgumentError, Option } from "commander";
import type { CommandIo } from "./io.ts";
import { collect, withSendOptions } from "./send-options.ts";
import {
  type CallOptions,
  sendCall,
  sendSms,
  sendStatus,
  type SmsOptions,
  type StatusOptions,
} from "./send-twilio-form.ts";

type Finish = (exitCode: number) => void;

/** Adds `gbasic send call`, `sms` and `status`. */
export function addSendTwilio(send: Command, io: CommandIo, finish: Finish): void {
  addCall(send, io, finish);
  addSms(send, io, finish);
  addStatus(send, io, finish);
}

function addCall(send: Command, io: CommandIo, finish: Finish): void {
  withTwilioOptions(
    send
      .command("call")
      .description("Post a call, or what a caller gave to Gather, signed as Twilio signs it.")
      .addOption(
        new Option("--digits <keys>", "the keys that the caller pressed").conflicts("speech"),
      )
      .option("--speech <words>", "the words that the caller said")
      .option("--status <status>", "status of a call that asks what to do", "ringing")
      .option("--sid <sid>", "the call's id, to go on with a call; if not given, a new one"),
  ).action(async (options: CallOptions) => {
    finish(await sendCall(options, io));
  });
}

function addSms(send: Command, io: CommandIo, finish: Finish): void {
  withTwilioOptions(
    send
      .command("sms")
      .description("Post a message that came in, signed as Twilio signs it.")
      .argument("<text>", "what it says")
      .option("--media <url>", "address of a file with it; again for further ones", collect)
      .option("--media-type <type>", "media type of those files", "image/jpeg")
      .option("--whatsapp", "a message of WhatsApp that comes through Twilio", false)
      .option("--name <name>", "name in the profile at WhatsApp", "Ana")
      .option("--sid <sid>", "the message's id; if not given, a new one"),
  ).action(async (text: string, options: SmsOptions) => {
    finish(await sendSms(text, options, io));
  });
}

function addStatus(send: Command, io: CommandIo, finish: Finish): void {
  withTwilioOptions(
    send
      .command("status")
      .description("Post what became of a message or a call, signed as Twilio signs it.")
      .argument("<status>", "such as delivered, undelivered or completed")
      .option("--sid <sid>", "id of the message, or with CA at its beginning of the call")
      .option("--error-code <number>", "why a message was not delivered, such as 30003")
      .option("--duration <seconds>", "how long a call took", parseSeconds)
      .option("--answered-by <who>", "who answered a call, such as human or machine_start")
      .option("--entry <id>", "what was sent, as `gbasic jobs list` calls it"),
  ).action(async (status: string, options: StatusOptions) => {
    finish(await sendStatus(status, options, io));
  });
}

function withTwilioOptions(command: Command): Command {
  command
    .requiredOption("--to <address>", "URL or path of the server, such as /twilio/voice")
    .option("--from <number>", "number that it comes from", "+5511999999999")
    .option("--number <number>", "your own number; if not given, TWILIO_FROM")
    .option("--public-url <url>", "what Twilio calls the server; if not given, PUBLIC_URL");
  return withSendOptions(command, "TWILIO_AUTH_TOKEN");
}

function parseSeconds(written: string): number {
  if (/^\d{1,6}$/.test(written)) return Number(written);
  throw new InvalidArgumentError("expected a whole number of seconds");
}
