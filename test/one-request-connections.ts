import { Agent, setGlobalDispatcher } from "undici";

/**
 * Loaded before each test file: `fetch` opens a connection for each request. A server that ends
 * leaves idle connections open for a moment, which nearly every test would otherwise wait for.
 */
setGlobalDispatcher(new Agent({ pipelining: 0 }));
