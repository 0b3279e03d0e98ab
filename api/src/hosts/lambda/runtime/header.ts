/** Headers as API Gateway hands them over: in the letter case they were sent in, or null. */
export type Headers = Readonly<Record<string, string>> | null;

/** The value of a header, whose name no letter case matters in (RFC 9110, section 5.1). */
export function header(headers: Headers, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(headers ?? {}).find(([sent]) => sent.toLowerCase() === wanted)?.[1];
}
