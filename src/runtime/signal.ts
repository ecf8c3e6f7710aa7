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
} as const;

export type Signal = (typeof Signal)[keyof typeof Signal];
