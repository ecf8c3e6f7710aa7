/**
 * What a statement tells the block it stands in: go on, or leave to wherever the number says. Small
 * integers, since a thrown exception would cost a thousand times as much.
 */
export const Signal = {
  next: 0,
  /** RETURN, EXIT SUB, EXIT FUNCTION: leave the body. */
  return: 1,
  /** EXIT: end the run. */
  endRun: 2,
  /** BREAK and CONTINUE mean the innermost loop of any kind. */
  break: 3,
  continue: 4,
  exitFor: 5,
  exitWhile: 6,
  exitDo: 7,
  exitSelect: 8,
  /** GOTO: leave every block up to the body, which goes on at the label. */
  jump: 9,
  /** RETURN of a GOSUB. */
  returnFromGosub: 10,
  /** Lines that ran in place came to the end of the body, which so is at its end. */
  endOfBody: 11,
  /** RESUME: try the failed statement again. RESUME NEXT: go on behind it. */
  resumeSame: 12,
  resumeNext: 13,
} as const;

export type Signal = (typeof Signal)[keyof typeof Signal];
