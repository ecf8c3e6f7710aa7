/** One file of a multipart form. */
export interface UploadedFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A request as it was received, after its body was read and before anything interpreted it. */
export interface IncomingRequest {
  readonly id: string;
  readonly method: string;
  /** The path without the query, decoded segment by segment. */
  readonly path: string;
  /** Path and query exactly as on the request line; what signatures are computed over. */
  readonly originalUrl: string;
  readonly query: ReadonlyMap<string, readonly string[]>;
  /** Keys in lower case. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly rawBody: Uint8Array;
  /** Fields of a urlencoded or multipart body; empty for other bodies. */
  readonly form: ReadonlyMap<string, readonly string[]>;
  readonly files: ReadonlyMap<string, readonly UploadedFile[]>;
  /** Values of the route's `:name` segments, decoded. */
  readonly pathValues: ReadonlyMap<string, string>;
}

/** A finished response, ready to be sent or recorded. */
export interface OutgoingResponse {
  readonly status: number;
  /** In the order in which they were set; names as the script wrote them. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}
