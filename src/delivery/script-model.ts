import { ChannelError } from "../host/channel.ts";
import type { LanguageModel } from "../host/channel.ts";
import type { Host } from "../host/host.ts";
import { BasicError } from "../runtime/error.ts";

/** Gives the answer to a question, by asking the model or from what it answered before. */
export type AskModel = (asked: string, perform: () => Promise<string>) => Promise<string>;

/**
 * Makes the language model as one run sees it. What it raises is an error of the script, and so gets
 * the line that called it; the ChannelError is its cause. A system prompt that the script sets goes
 * with each later prompt of the run.
 * @param ask asks in place of the model, or lets it be asked
 */
export function createScriptModel(
  model: LanguageModel,
  ask: AskModel = (_asked, perform) => perform(),
): Pick<Host, "model" | "systemPrompt"> {
  let system: string | undefined;
  return {
    model: {
      mode: model.mode,
      complete: async (prompt, signal) => {
        try {
          const asked = JSON.stringify({ prompt, system });
          return await ask(asked, () => model.complete(prompt, signal, system));
        } catch (error) {
          if (error instanceof ChannelError) throw new BasicError(error.detail, { cause: error });
          throw error;
        }
      },
    },
    systemPrompt: {
      set(text) {
        system = text === "" ? undefined : text;
      },
    },
  };
}
