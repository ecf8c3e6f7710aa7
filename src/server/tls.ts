import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";

import { serverMessages } from "../diagnostics/codes/server.ts";
import { StartupError } from "./startup-error.ts";

/** A certificate, with its chain where it has one, and its key; both in PEM form. */
export interface TlsPair {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * Reads a certificate and its key.
 * @param paths of the PEM files, relative to the working folder
 * @throws StartupError where a file cannot be read, is no PEM, or the key is another certificate's
 */
export async function readTlsPair(paths: {
  readonly certificate: string;
  readonly key: string;
}): Promise<TlsPair> {
  const cert = await read("TLS_CERT", paths.certificate);
  const key = await read("TLS_KEY", paths.key);
  let matches: boolean;
  try {
    matches = new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  } catch (error) {
    throw new StartupError(serverMessages.tlsPair(reasonOf(error)));
  }
  if (!matches)
    throw new StartupError(serverMessages.tlsPair("the key belongs to another certificate"));
  return { cert, key };
}

async function read(variable: string, path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new StartupError(serverMessages.tlsFile(variable, path, reasonOf(error)));
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
