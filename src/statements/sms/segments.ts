/**
 * The alphabet of SMS (3GPP TS 23.038): a text of it has room for more characters in one part. Those of
 * the extension take the room of two.
 */
const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENSION = "\f^{}\\[~]|€";

const basic: ReadonlySet<string> = new Set(BASIC);
const extension: ReadonlySet<string> = new Set(EXTENSION);

/** Room of one part: alone, and as one of several, which are numbered. */
const GSM = { alone: 160, joined: 153 };
const UNICODE = { alone: 70, joined: 67 };

/** In how many parts a text is sent. */
export interface Segments {
  readonly count: number;
  /** The first character that the alphabet of SMS lacks, which halves the room; undefined for none. */
  readonly foreign: string | undefined;
}

/** Counts the parts of an SMS, each of which is charged (Twilio, "What is a segment"). */
export function segmentsOf(text: string): Segments {
  const characters = Array.from(text);
  const foreign = characters.find((one) => !basic.has(one) && !extension.has(one));
  const { alone, joined } = foreign === undefined ? GSM : UNICODE;
  const length =
    foreign === undefined
      ? characters.length + characters.filter((one) => extension.has(one)).length
      : text.length;
  return { count: length <= alone ? 1 : Math.ceil(length / joined), foreign };
}
