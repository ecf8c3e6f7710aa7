/** What the command's exit code says: all well, findings, wrong usage, a bug in gbasic. */
export const EXIT = { ok: 0, findings: 1, usage: 2, bug: 70 } as const;
