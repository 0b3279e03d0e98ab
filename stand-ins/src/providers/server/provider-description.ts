import type { IncomingHttpHeaders } from 'node:http';

/** How a stand-in imitates a provider. */
export interface ProviderDescription {
  /** The Content-Type of its JSON. */
  readonly jsonType: string;
  readonly routes: readonly ProviderRoute[];
  readonly unknownPath: ProviderResponse;
  readonly wrongMethod: ProviderResponse;
}

export interface ProviderRoute {
  readonly method: string;
  /** The first group is the id for `answer`. */
  readonly path: RegExp;
  answer(request: ReceivedRequest, id: string): ProviderResponse;
}

/** A request as a stand-in received it. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without the query; still percent-encoded. */
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

/** A recorded body, such as `tvdb/error_502.html`. Its extension decides the Content-Type. */
export interface SampleResponse extends ResponseHead {
  readonly file: string;
}

/** A plain body, whose Content-Type is only set by `headers`. */
export interface TextResponse extends ResponseHead {
  readonly body?: string;
}
