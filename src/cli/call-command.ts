import type { Command } from "commander";
import type { PhoneOptions } from "./call.ts";
import type { InputIo } from "./io.ts";

/** Adds `gbasic call`. @param finish receives the exit code */
export function addCall(program: Command, io: InputIo, finish: (exitCode: number) => void): void {
  program
    .command("call")
    .description("Call a server as Twilio does: hear its answers as text, and type keys or words.")
    .argument("<address>", "URL or path of the server, such as /twilio/voice")
    .option("--from <number>", "number that calls", "+5511999999999")
    .option("--number <number>", "your own number; if not given, TWILIO_FROM")
    .option("--sid <sid>", "the call's id; if not given, a new one")
    .option("--public-url <url>", "what Twilio calls the server; if not given, PUBLIC_URL")
    .option("--secret <secret>", "key of the signature; if not given, TWILIO_AUTH_TOKEN")
    .option("--unsigned", "leave the signature out", false)
    .action(async (address: string, options: PhoneOptions) => {
      const { call } = await import("./call.ts");
      finish(await call(address, options, io));
    });
}
