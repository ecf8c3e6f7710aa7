import { z } from "zod";
import { channelMessages } from "../../diagnostics/codes/channels.ts";
import { ChannelError, type LanguageModel } from "../../host/channel.ts";
import { HttpFailure, parseJson, post, type HttpAnswer } from "../http-post.ts";
import { createQuote, type Quote } from "../redact.ts";

const TIMEOUT = 60_000;

/** An endpoint that speaks OpenAI's chat completions. */
export interface OpenAiCompatibleOptions {
  /** Its base (`…/v1`), without a `/` at its end. */
  readonly url: string;
  readonly model: string;
  readonly apiKey: string | undefined;
  /** Milliseconds until the whole answer must be there; 60 s unless given. */
  readonly timeout?: number;
}

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** Some servers give the error as an object, some as a text. */
const refusal = z.object({
  error: z.union([z.string(), z.object({ message: z.string() }).transform((e) => e.message)]),
});

interface ChatMessage {
  readonly role: string;
  readonly content: string;
}

/** Makes the language model behind an OpenAI-compatible endpoint. */
export function createOpenAiCompatibleModel(options: OpenAiCompatibleOptions): LanguageModel {
  const quote = createQuote(options.apiKey === undefined ? [] : [options.apiKey]);
  return {
    mode: "live",
    complete: (prompt, signal, system) => {
      const told = system === undefined ? [] : [{ role: "system", content: system }];
      return complete(options, [...told, { role: "user", content: prompt }], signal, quote);
    },
  };
}

async function complete(
  { url, model, apiKey, timeout }: OpenAiCompatibleOptions,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
  quote: Quote,
): Promise<string> {
  try {
    const answer = await post({
      url: `${url}/chat/completions`,
      headers: {
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        "content-type": "application/json",
      },
      body: JSON.stringify({ model, messages }),
      timeout: timeout ?? TIMEOUT,
      signal,
    });
    return readAnswer(answer, quote);
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    // A prompt has no effect outside, so it may always be asked again.
    throw new ChannelError(channelMessages.modelUnreachable(quote(error.message)), "retry");
  }
}

function readAnswer({ status, body }: HttpAnswer, quote: Quote): string {
  const json = parseJson(body);
  if (status >= 300) {
    const reason = refusal.safeParse(json).data?.error ?? body;
    throw new ChannelError(
      channelMessages.modelRefused(`HTTP ${String(status)} ${quote(reason)}`.trimEnd()),
      status === 408 || status === 429 || status >= 500 ? "retry" : "permanent",
      { remoteCode: String(status) },
    );
  }
  const text = completion.safeParse(json).data?.choices[0]?.message.content;
  if (text === undefined) {
    throw new ChannelError(channelMessages.modelWithoutText(quote(body)), "permanent");
  }
  return text;
}
