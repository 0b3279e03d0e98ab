import { indexFor } from './records.ts';
import type { Answer } from './samples.ts';
import { type ProviderRequest, type ServerOptions, type StandIn, startServer } from './server.ts';

const sizes = { poster: [400, 600], square: [400, 400] } as const;

/** The stand-in for the hosts of the providers' pictures. */
export interface ArtworkStandIn extends StandIn {
  /** Address of a picture of two by three, as TheTVDB's posters are, drawn for this name. */
  poster(name: string): string;
  /** Address of a square picture, as those of channels and podcasts are, drawn for this name. */
  square(name: string): string;
}

/** Starts a stand-in that draws a picture for any name: its first character on its own colour. */
export async function startArtwork(options: ServerOptions = {}): Promise<ArtworkStandIn> {
  const server = await startServer(answer, options);
  const address = (shape: string, name: string) =>
    `${server.url}/${shape}/${encodeURIComponent(name)}.svg`;
  return {
    ...server,
    poster: (name) => address('poster', name),
    square: (name) => address('square', name),
  };
}

function answer({ method, path }: ProviderRequest): Answer {
  const [, shape, encoded] = /^\/(poster|square)\/(.+)\.svg$/.exec(path) ?? [];
  const name = decoded(encoded);
  if (method !== 'GET' || name === undefined) {
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found' };
  }
  const [width, height] = sizes[shape === 'poster' ? 'poster' : 'square'];
  return {
    status: 200,
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' },
    body: picture(name, width, height),
  };
}

function decoded(encoded: string | undefined): string | undefined {
  try {
    return encoded && decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

function picture(name: string, width: number, height: number): string {
  const hue = indexFor(name, 360);
  const [initial = ''] = name;
  // As a reference, so that no name can end the element.
  const character = `&#${initial.codePointAt(0)};`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
  <linearGradient id="sky" x2="0.4" y2="1">
    <stop stop-color="hsl(${hue} 55% 52%)"/>
    <stop offset="1" stop-color="hsl(${(hue + 40) % 360} 60% 24%)"/>
  </linearGradient>
  <rect width="100%" height="100%" fill="url(#sky)"/>
  <text x="50%" y="50%" dy="0.35em" text-anchor="middle" font-family="sans-serif"
    font-size="180" font-weight="700" fill="#fff" fill-opacity="0.9">${character}</text>
</svg>
`;
}
