import * as z from 'zod';
import { parse } from './parse.ts';

/** Resolves a template's references. Both methods throw on unknown ones. */
export interface References {
  ref(name: string): string;
  attribute(logicalId: string, attribute: string): string;
}

const strings = z.array(z.string());

/** Replaces every intrinsic function in a value by its result. Throws on functions that are not emulated. */
export function resolve(value: unknown, references: References): unknown {
  const inner = (part: unknown) => resolve(part, references);
  if (Array.isArray(value)) return value.map(inner);
  if (typeof value !== 'object' || value === null) return value;

  const entries = Object.entries(value);
  const [[name, argument] = ['', undefined]] = entries;
  if (entries.length !== 1 || !/^(Ref$|Fn::|Condition$)/.test(name)) {
    return Object.fromEntries(entries.map(([key, part]) => [key, inner(part)]));
  }
  switch (name) {
    case 'Ref':
      return references.ref(parse(name, z.string(), argument));
    case 'Fn::GetAtt': {
      const [id, attribute] = parse(name, z.tuple([z.string(), z.string()]), argument);
      return references.attribute(id, attribute);
    }
    case 'Fn::Join': {
      const [separator, parts] = parse(name, z.tuple([z.string(), strings]), inner(argument));
      return parts.join(separator);
    }
    case 'Fn::Split': {
      const [separator, text] = parse(name, z.tuple([z.string(), z.string()]), inner(argument));
      return text.split(separator);
    }
    case 'Fn::Select': {
      const [index, list] = parse(name, z.tuple([z.coerce.number(), strings]), inner(argument));
      const selected = list[index];
      if (selected === undefined)
        throw new Error(`${name}: index ${index} of a list of ${list.length}.`);
      return selected;
    }
    case 'Fn::Sub':
      return substitute(parse(name, z.string(), argument), references);
    default:
      throw new Error(`The template uses ${name}, which is not emulated.`);
  }
}

/** Replaces `${Name}` and `${Name.Attribute}`; `${!Name}` becomes the text `${Name}`. */
function substitute(text: string, { ref, attribute }: References): string {
  return text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const dot = name.indexOf('.');
    return dot === -1 ? ref(name) : attribute(name.slice(0, dot), name.slice(dot + 1));
  });
}
