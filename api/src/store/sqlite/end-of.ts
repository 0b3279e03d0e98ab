const END = Uint8Array.of(0xff);

/** An upper bound of all keys with the prefix. UTF-8 never contains the byte FF. */
export const endOf = (prefix: string): Uint8Array => Buffer.concat([Buffer.from(prefix), END]);
