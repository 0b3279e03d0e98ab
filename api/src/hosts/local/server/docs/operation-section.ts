import { html } from 'hono/html';
import { curlCommand } from './curl.ts';
import type { Operation } from './document.ts';
import { describeValue } from './fields.ts';
import { bodyParts, fieldTable, inlineCode, methodLabel } from './parts.ts';

/** An operation: how to call it, what it takes, what it answers, and how it fails. */
export const operationSection = (operation: Operation) => {
  const { id, method, path, summary, description, parameters, request, response } = operation;
  return html`<section id="${id}" aria-labelledby="${id}-heading">
        <h2 id="${id}-heading"><a href="#${id}">${methodLabel(method)} <code>${path}</code></a></h2>
        <p>${inlineCode(summary)}</p>
        ${description === undefined ? '' : html`<p>${inlineCode(description)}</p>`}
        <pre class="command"><code>${curlCommand(operation)}</code></pre>
        ${parameters.length === 0 ? '' : queryParts(operation)}
        ${request === undefined ? '' : html`<h3>Request</h3>${bodyParts(request, 'request')}`}
        <h3>Response</h3>
        ${bodyParts(response, 'response')}
        ${errorParts(operation)}
      </section>`;
};

function queryParts({ parameters }: Operation) {
  const fields = parameters.map(({ name, required, description, schema }) => {
    const value = describeValue(schema);
    const described = description ?? value.description;
    return { parent: '', name, required, ...value, description: described };
  });
  return html`<h3>Query</h3>${fieldTable(fields, 'request')}`;
}

const errorParts = ({ errors }: Operation) => html`<details>
          <summary>Errors ${errors.map(({ status }) => html`<span>${status}</span> `)}</summary>
          <table>
            <tbody>
              ${errors.map(
                ({ status, description }) => html`<tr>
                <th scope="row">${status}</th>
                <td>${description.split('\n\n').map((one) => html`<p>${inlineCode(one)}</p>`)}</td>
              </tr>`,
              )}
            </tbody>
          </table>
          <p>The <a href="#errors">body of an error</a> is always the same.</p>
        </details>`;
