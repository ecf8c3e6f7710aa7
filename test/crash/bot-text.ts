/** A text of `telling-bot.bas`, taken apart. */
export interface BotText {
  /** Who got it. */
  readonly to: string;
  /** `first`, `second`, `third` or `later`. */
  readonly what: string;
  /** What the person wrote. */
  readonly about: string;
  /** What the model, the clock and chance said; "" where the bot does not say it. */
  readonly detail: string;
  /** The same for the same answer to the same message. */
  readonly key: string;
}

/** Reads `second TEXT: DETAIL`. */
export function readText(to: string, text: string): BotText {
  const [, what = "", about = "", detail = ""] = /^(\w+) (.*?)(?:: (.*))?$/s.exec(text) ?? [];
  return { to, what, about, detail, key: `${to}: ${what} ${about}` };
}
