import { html } from 'hono/html';
import { shellQuoted } from '../../shell-quoted.ts';
import type { Documentation } from './document.ts';
import { operationSection } from './operation-section.ts';
import { bodyParts, inlineCode, methodLabel } from './parts.ts';

/**
 * The page that describes the API. `origin` is where the reader found it. All links are relative, so
 * that the page works under any path.
 */
export const docsPage = (documentation: Documentation, origin: string) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${documentation.title}</title>
    <link rel="icon" href="favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="docs.css">
  </head>
  <body>
    <a class="skip" href="#calling">Skip the list of operations</a>
    <header>
      <h1>${documentation.title}</h1>
      <p>${inlineCode(documentation.description)}</p>
      <p><a href="./">Dashboard</a> <a href="openapi.json">OpenAPI document</a></p>
    </header>
    <nav aria-label="Contents">
      <ul>
        <li><a href="#calling">How to call it</a></li>
        ${documentation.operations.map(
          ({ id, method, path }) => html`<li>
          <a href="#${id}">${methodLabel(method)} <code>${path}</code></a>
        </li>`,
        )}
        <li><a href="#errors">Errors</a></li>
      </ul>
    </nav>
    <main>
      ${calling(origin)}
      ${documentation.operations.map(operationSection)}
      <section id="errors" aria-labelledby="errors-heading">
        <h2 id="errors-heading"><a href="#errors">Errors</a></h2>
        <p>Every response other than 200 has the same fields.</p>
        ${bodyParts(documentation.error, 'response')}
      </section>
    </main>
  </body>
</html>
`;

const calling = (origin: string) => html`<section id="calling" aria-labelledby="calling-heading">
        <h2 id="calling-heading"><a href="#calling">How to call it</a></h2>
        <p>
          Requests and responses are JSON. Every operation needs HTTP Basic credentials: the user
          and password that you sign in with. The commands on this page take them, and the
          tracker’s address, from two variables:
        </p>
        <pre class="command"><code>export TRACKER=${shellQuoted(origin)} LOGIN='user:password'</code></pre>
        <p>If a proxy serves the tracker under a path, add that path to the address.</p>
      </section>`;
