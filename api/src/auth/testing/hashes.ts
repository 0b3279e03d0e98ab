import { createHook } from 'node:async_hooks';

/** Parameters of scrypt that take no time. */
export const CHEAP = { N: 16, r: 1, p: 1 };

// The test vectors of RFC 7914, section 12: scrypt("password", "NaCl", 1024, 8, 16, 64) and
// scrypt("pleaseletmein", "SodiumChloride", 16384, 8, 1, 64).

export const NACL_HASH = hash(
  [1024, 8, 16],
  'NaCl',
  'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162' +
    '2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
);

export const SODIUM_CHLORIDE_HASH = hash(
  [16384, 8, 1],
  'SodiumChloride',
  '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2' +
    'd5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
);

function hash(cost: readonly number[], salt: string, hexKey: string): string {
  const text = (bytes: string, encoding: BufferEncoding) =>
    Buffer.from(bytes, encoding).toString('base64url');
  return ['scrypt', ...cost, text(salt, 'utf8'), text(hexKey, 'hex')].join('$');
}

/** How many times Node computes scrypt while `work` runs. */
export async function countScrypts(work: () => Promise<unknown>): Promise<number> {
  let scrypts = 0;
  const hook = createHook({
    init(_id, type) {
      if (type === 'SCRYPTREQUEST') scrypts += 1;
    },
  });
  hook.enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return scrypts;
}
