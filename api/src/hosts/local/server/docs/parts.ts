import { html } from 'hono/html';
import type { Body } from './document.ts';
import { type Field, fieldsOf } from './fields.ts';
import { readableJson } from './readable-json.ts';

type Direction = 'request' | 'response';

/** The fields of a body beside an example. */
export const bodyParts = ({ schema, example }: Body, direction: Direction) => {
  const fields = fieldsOf(schema);
  return html`<div class="body">
          ${fields.length === 0 ? html`<p class="soft">It does not have any fields.</p>` : fieldTable(fields, direction)}
          <figure>
            <figcaption>Example</figcaption>
            <pre><code>${readableJson(example)}</code></pre>
          </figure>
        </div>`;
};

/** A table of fields, which mentions only what is unusual in its direction. */
export const fieldTable = (fields: readonly Field[], direction: Direction) => html`<table>
            <tbody>
              ${fields.map((field) => fieldRow(field, direction))}
            </tbody>
          </table>`;

const fieldRow = (field: Field, direction: Direction) => html`<tr>
                <th scope="row"><code>${parentOf(field)}${breakable(field.name)}</code></th>
                <td>
                  <p class="soft">${presence(field, direction)}${inlineCode([field.type, ...field.limits].join(', '))}</p>
                  ${field.description === undefined ? '' : html`<p>${inlineCode(field.description)}</p>`}
                </td>
              </tr>`;

const parentOf = ({ parent }: Field) =>
  parent === '' ? '' : html`<span class="soft">${breakable(parent)}</span><wbr>`;

function presence({ required }: Field, direction: Direction) {
  if (required === undefined) return '';
  if (required) return direction === 'request' ? html`<strong>required</strong> ` : '';
  return html`<em>${direction === 'request' ? 'optional' : 'not always present'}</em> `;
}

/** A name that may continue on the next line after an underscore or a dot. */
const breakable = (name: string) =>
  name.split(/(?<=[_.])/).map((part, index) => html`${index > 0 ? html`<wbr>` : ''}${part}`);

/** A text with its parts in backticks as code. */
export const inlineCode = (text: string) =>
  text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));

export const methodLabel = (method: string) =>
  html`<span class="method ${method.toLowerCase()}">${method}</span>`;
