import { binary, hex, octal } from "./radix.ts";
import { capitalize, lower, proper, stringConversion, upper } from "./case.ts";
import { asc, chr } from "./characters.ts";
import { constants } from "./constants.ts";
import { base64Decode, base64Encode, urlDecode, urlEncode } from "./encode.ts";
import { htmlEscape, xmlEscape } from "./escape.ts";
import { extractAfter, extractBefore, extractBetween } from "./extract.ts";
import { hmac, md5, sha1, sha256, sha512, verifySignature } from "./hash.ts";
import { len } from "./length.ts";
import { left, mid, right } from "./parts.ts";
import { padLeft, padRight, repeat, space, stringFunction } from "./repeat.ts";
import { replace } from "./replace.ts";
import {
  compareTexts,
  containsFunction,
  endsWithFunction,
  instr,
  instrReverse,
  startsWithFunction,
} from "./search.ts";
import { join, split } from "./split-join.ts";
import { ltrim, rtrim, trim } from "./trim.ts";
import { uuid } from "./uuid.ts";
import type { FunctionEntry } from "../define.ts";

/** The functions for texts. */
export const stringFunctions: readonly FunctionEntry[] = [
  len,
  left,
  right,
  mid,
  trim,
  ltrim,
  rtrim,
  upper,
  lower,
  capitalize,
  proper,
  stringConversion,
  replace,
  split,
  join,
  instr,
  instrReverse,
  containsFunction,
  startsWithFunction,
  endsWithFunction,
  compareTexts,
  extractAfter,
  extractBefore,
  extractBetween,
  chr,
  asc,
  stringFunction,
  space,
  repeat,
  padLeft,
  padRight,
  hex,
  octal,
  binary,
  ...constants,
];

/** The functions that encode, hash and sign texts. */
export const encodingFunctions: readonly FunctionEntry[] = [
  urlEncode,
  urlDecode,
  base64Encode,
  base64Decode,
  htmlEscape,
  xmlEscape,
  md5,
  sha1,
  sha256,
  sha512,
  hmac,
  verifySignature,
  uuid,
];
