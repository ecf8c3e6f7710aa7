import type { PayloadStep } from "./payload-step.ts";

/** A step of a path with its place in the path's text. */
export interface PathPart {
  readonly step: PayloadStep;
  readonly start: number;
  readonly end: number;
}

const PART =
  /\.?(?:(?<name>[\p{L}_][\p{L}\p{N}_-]*)|\[(?:(?<index>-?\d+)|(?<several>\*|-?\d*:-?\d*)|(?<bare>[\p{L}_][\p{L}\p{N}_-]*)|'(?<single>[^']*)'|"(?<double>[^"]*)")\])|\.(?<number>\d+)/uy;

/**
 * Reads the path of a GET JSON PATH.
 * @returns undefined where it is more than names, indexes, `[*]` and slices
 */
export function readPayloadPath(path: string): readonly PathPart[] | undefined {
  const parts: PathPart[] = [];
  let at = /^\s*\$?/u.exec(path)?.[0].length ?? 0;
  while (at < path.trimEnd().length) {
    PART.lastIndex = at;
    const match = PART.exec(path);
    if (match?.groups === undefined) return undefined;
    parts.push({
      step: stepOf(match.groups),
      start: at + leadingDot(match[0]),
      end: PART.lastIndex,
    });
    at = PART.lastIndex;
  }
  return parts;
}

function stepOf(groups: Partial<Record<string, string>>): PayloadStep {
  const { index, number, several, name, bare, single, double } = groups;
  if (several !== undefined) return { kind: "several" };
  if (index !== undefined || number !== undefined) return { kind: "item" };
  return { kind: "member", name: name ?? bare ?? single ?? double ?? "" };
}

function leadingDot(part: string): number {
  return part.startsWith(".") ? 1 : 0;
}
