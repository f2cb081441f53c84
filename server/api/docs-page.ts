import { PROBLEMS } from '../../graph-data/contract/problems.ts';
import { toOpenApi } from '../../graph-data/contract/openapi.ts';
import { escapeHtml } from './escape-html.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
}
interface Schema {
  /** One, or several to choose from. */
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}
interface OperationDoc {
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, unknown>>;
    readonly description?: string;
  };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

/** The reference of the API as one plain HTML page, made from its OpenAPI description: no script, one style sheet. */
export function renderDocsPage(programVersion: string): string {
  const description = toOpenApi(programVersion);
  const paths = description['paths'] as Record<string, { get: OperationDoc }>;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Onrecord: the API</title>
<link rel="stylesheet" href="docs.css">
</head>
<body>
<main>
<h1>Onrecord: the API</h1>
<p>Version ${escapeHtml(programVersion)}. JSON; the same as
<a href="api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1). <a href=".">Back to the network</a>.</p>
${Object.entries(paths)
  .flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => renderOperation(method, path, operation)),
  )
  .join('\n')}
<h2 id="problems">Problems</h2>
<p>Every failure is an <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> problem with a code; <code>errors</code>
names each parameter at fault.</p>
<table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>
${Object.entries(PROBLEMS)
  .map(([code, { status, title }]) => row([`<code>${code}</code>`, String(status), escapeHtml(title)]))
  .join('\n')}
</tbody></table>
</main>
</body>
</html>
`;
}

function renderOperation(method: string, path: string, operation: OperationDoc): string {
  const rows = operation.parameters.map((parameter) =>
    row([
      `<code>${escapeHtml(parameter.name)}</code>`,
      escapeHtml(describeSchema(parameter.schema)),
      escapeHtml(
        [parameter.required === true ? 'required' : '', parameter.description ?? '']
          .filter(Boolean)
          .join('; '),
      ),
    ]),
  );
  const parameters =
    rows.length === 0
      ? '<p>No parameters.</p>'
      : `<table><thead><tr><th>Parameter</th><th>Value</th><th>Meaning</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  return `<section>
<h2><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(operation.summary)}.</p>
<details><summary>Parameters and statuses</summary>
${parameters}
${renderBody(operation)}<p>Answers ${Object.keys(operation.responses).map(escapeHtml).join(', ')}.</p>
</details>
</section>`;
}

/** What is sent, by media type; the form of JSON is in the description. */
function renderBody({ requestBody }: OperationDoc): string {
  if (requestBody === undefined) return '';
  const mediaTypes = Object.keys(requestBody.content).map((each) => `<code>${escapeHtml(each)}</code>`);
  const description = requestBody.description === undefined ? '' : `: ${escapeHtml(requestBody.description)}`;
  return `<p>Takes ${mediaTypes.join(', ')}${description}.</p>\n`;
}

function describeSchema(schema: Schema): string {
  const type = [schema.type ?? []].flat().join(' | ');
  if (type === 'array') return `${describeSchema(schema.items ?? {})}, may be repeated`;
  if (schema.enum !== undefined) return schema.enum.join(' | ');
  if (schema.minimum !== undefined) return `${type} ${schema.minimum} to ${schema.maximum ?? ''}`;
  return schema.maxLength === undefined ? type : `${type}, up to ${schema.maxLength} characters`;
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
