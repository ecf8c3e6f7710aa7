import { errorMessages } from "../diagnostics/codes/errors.ts";
import { jumpMessages } from "../diagnostics/codes/jumps.ts";
import type { RelatedPlace, Report } from "../diagnostics/diagnostic.ts";
import { MOST_PROPOSALS, suggest } from "../diagnostics/suggest.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Block, Identifier, Statement } from "../syntax/ast.ts";
import { blocksOf, blockTitle } from "./blocks.ts";
import { targetOf } from "./jumps.ts";
import type { Body } from "./script.ts";
import { walkBlock } from "./walk.ts";

/** The labels of one body. */
interface LabelledBody {
  readonly body: Body;
  /** Those at its top level, by key; something may jump to them. */
  readonly labels: ReadonlyMap<string, Identifier>;
  /** Those that were reported because they stand inside a block. */
  readonly inside: ReadonlySet<string>;
}

/** Checks that labels stand at the top level of a body, once each, and that jumps find theirs. */
export function checkLabels(file: SourceFile, bodies: readonly Body[], report: Report): void {
  const all = bodies.map((body) => ({
    body,
    labels: topLabels(file, body.block, report),
    inside: checkInside(body, report),
  }));
  for (const one of all) {
    checkTargets(one, all, report);
    checkResumes(one.body, report);
  }
}

function topLabels(
  file: SourceFile,
  block: Block,
  report: Report,
): ReadonlyMap<string, Identifier> {
  const labels = new Map<string, Identifier>();
  for (const statement of block) {
    if (statement.kind !== "label") continue;
    const { label } = statement;
    const first = labels.get(label.key);
    if (first === undefined) labels.set(label.key, label);
    else report(jumpMessages.labelTwice(label.text), label, { related: [placeOf(file, first)] });
  }
  return labels;
}

/** Old programs number every line; of lines inside blocks only those that are jumped to are wrong. */
function checkInside({ block, jumps }: Body, report: Report): ReadonlySet<string> {
  const inside = new Set<string>();
  const look = (outer: Block) => {
    for (const statement of outer) {
      for (const [inner] of blocksOf(statement)) {
        for (const found of inner) {
          if (found.kind !== "label") continue;
          const { key, text } = found.label;
          if (/^\d/.test(key) && !jumps.targets.has(key)) continue;
          inside.add(key);
          report(jumpMessages.labelInside(text, blockTitle(statement)), found.label);
        }
        look(inner);
      }
    }
  };
  look(block);
  return inside;
}

function checkTargets(
  { body, labels, inside }: LabelledBody,
  all: readonly LabelledBody[],
  report: Report,
): void {
  let unknown = 0;
  const propose = (label: string) => {
    unknown++;
    if (unknown > MOST_PROPOSALS) return undefined;
    return suggest(
      label,
      [...labels.values()].map(({ text }) => text),
    );
  };
  walkBlock(body.block, {
    statement(statement) {
      const target = targetOf(statement);
      if (target === undefined || labels.has(target.key) || inside.has(target.key)) return;
      const other = all.find((one) => one.labels.has(target.key));
      const detail =
        other === undefined
          ? jumpMessages.unknownLabel(target.text, propose(target.text))
          : jumpMessages.labelElsewhere(target.text, other.body.title);
      report(detail, target);
    },
  });
}

/** RESUME belongs to an ON ERROR GOTO of the same body. */
function checkResumes({ block }: Body, report: Report): void {
  const resumes: Statement[] = [];
  const traps: Statement[] = [];
  walkBlock(block, {
    statement(statement) {
      if (statement.kind === "resume") resumes.push(statement);
      if (statement.kind === "on-error" && statement.action === "goto") traps.push(statement);
    },
  });
  if (traps.length > 0) return;
  for (const resume of resumes) report(errorMessages.resumeAlone(), resume);
}

function placeOf(file: SourceFile, { text, start, end }: Identifier): RelatedPlace {
  return { file, span: { start, end }, message: jumpMessages.labelIsHere(text) };
}
