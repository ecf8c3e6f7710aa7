/**
 * What the command's exit code says: all well, findings, wrong usage, a bug in gbasic, or that the
 * reader of its output went away: 128 and the number of SIGPIPE, as shells say it.
 */
export const EXIT = { ok: 0, findings: 1, usage: 2, bug: 70, brokenPipe: 141 } as const;
