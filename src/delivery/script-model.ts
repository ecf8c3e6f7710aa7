import { ChannelError } from "../host/channel.ts";
import type { LanguageModel } from "../host/channel.ts";
import type { Host } from "../host/host.ts";
import { BasicError } from "../runtime/error.ts";

/**
 * Makes the language model as one run sees it. What it raises is an error of the script, and so gets
 * the line that called it; the ChannelError is its cause. A system prompt that the script sets goes
 * with each later prompt of the run.
 * @param beforeCall is waited for before each call, which may take long
 */
export function createScriptModel(
  model: LanguageModel,
  beforeCall: () => Promise<void> = () => Promise.resolve(),
): Pick<Host, "model" | "systemPrompt"> {
  let system: string | undefined;
  return {
    model: {
      mode: model.mode,
      complete: async (prompt, signal) => {
        await beforeCall();
        try {
          return await model.complete(prompt, signal, system);
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
