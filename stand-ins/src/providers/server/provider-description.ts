import type { IncomingHttpHeaders } from 'node:http';

/** A provider as its stand-in imitates it. */
export interface ProviderDescription {
  /** How it spells the type of its JSON. */
  readonly jsonType: string;
  readonly routes: readonly ProviderRoute[];
  readonly unknownPath: ProviderResponse;
  readonly wrongMethod: ProviderResponse;
}

export interface ProviderRoute {
  readonly method: string;
  /** Its first group is the id that `answer` gets. */
  readonly path: RegExp;
  answer(request: ReceivedRequest, id: string): ProviderResponse;
}

/** A request as a stand-in received it. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without the query; percent-encoding left as it came. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type JsonObject = Readonly<Record<string, unknown>>;
export type ProviderResponse = JsonResponse | SampleResponse | TextResponse;

interface ResponseHead {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

interface JsonResponse extends ResponseHead {
  readonly json: JsonObject;
}

/** A recorded body (`tvdb/error_502.html`), with the type it was recorded with. */
export interface SampleResponse extends ResponseHead {
  readonly file: string;
}

/** A body of no type but that of the headers. */
export interface TextResponse extends ResponseHead {
  readonly body?: string;
}
