'use strict';

/** Makes an element; everything shown goes in as text, never as markup. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

function typeOf(schema = {}) {
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.$ref) return schema.$ref.split('/').pop();
  if (schema.type === 'array') return `${typeOf(schema.items)}[]`;
  return schema.format || schema.type || 'any';
}

function rows(title, fields) {
  if (fields.length === 0) return [];
  const head = element('tr', {}, ...[title, 'type', 'in', 'meaning'].map(one => element('th', {}, one)));
  return [element('table', {}, head, ...fields.map(field =>
    element('tr', {},
      element('td', {}, element('code', {}, field.name)),
      element('td', {}, typeOf(field.schema)),
      element('td', {}, field.in),
      element('td', {}, ...(field.required ? [element('b', {}, 'Required. ')] : []), field.description ?? field.schema.description ?? ''))))];
}

function bodyFields(operation) {
  const content = Object.entries(operation.requestBody?.content ?? {})[0];
  if (!content) return [];
  const [media, { schema }] = content;
  const object = schema.items ?? schema;
  const where = media.startsWith('multipart') ? 'form' : schema.items ? 'array item' : 'body';
  return Object.entries(object.properties ?? {}).map(([name, property]) =>
    ({ name, schema: property, in: where, required: object.required?.includes(name) }));
}

function sample(schema) {
  if (schema.enum) return schema.enum[0];
  if (schema.$ref) return { name: 'amount', type: 'integer', value: 7 };
  switch (schema.type) {
    case 'integer': return 1;
    case 'boolean': return true;
    case 'array': return [sample(schema.items)];
    case 'object': return {};
    default: return schema.format === 'date-time' ? '2030-01-01T12:00:00Z' : 'text';
  }
}

function curl(method, path, operation) {
  const lines = [`curl -X ${method.toUpperCase()} '${location.origin}${path}'`, `-H "Authorization: Bearer $KEY"`];
  const fields = bodyFields(operation);
  const wanted = fields.filter(field => field.required);
  const shown = wanted.length ? wanted : fields.slice(0, 2);
  if (fields[0]?.in === 'form') {
    shown.forEach(field => lines.push(`-F '${field.name}=${field.schema.contentMediaType ? '@order.bpmn' : 'text'}'`));
  } else if (operation.requestBody) {
    const object = Object.fromEntries(shown.map(field => [field.name, sample(field.schema)]));
    lines.push(`-H 'Content-Type: application/json'`);
    lines.push(`-d '${JSON.stringify(fields[0]?.in === 'array item' ? [object] : object)}'`);
  }
  return element('pre', {}, lines.join(' \\\n  '));
}

/** The common beginning of a path is shown quietly. */
function shown(path) {
  const root = path.match(/^\/flowable-rest\/[a-z-]+/)?.[0] ?? '';
  return root ? [element('i', {}, root), path.slice(root.length)] : [path];
}

function call(method, path, operation) {
  const fields = [...operation.parameters ?? [], ...bodyFields(operation)];
  const answers = Object.entries(operation.responses)
    .map(([status, answer]) => `${status}: ${Object.keys(answer.content ?? {}).join(', ') || 'no body'}`);
  const details = element('details', { id: operation.operationId },
    element('summary', {},
      element('b', { class: `method ${method}` }, method.toUpperCase()),
      element('code', {}, ...shown(path)),
      element('span', {}, operation.summary)));
  details.addEventListener('toggle', () => {
    if (details.childElementCount > 1) return;
    details.append(element('div', { class: 'inside' },
      ...rows('name', fields), element('p', {}, `Answers ${answers.join(' · ')}`), curl(method, path, operation)));
  });
  details.dataset.words = `${method} ${path} ${operation.summary}`.toLowerCase();
  return details;
}

function show(description) {
  const groups = new Map();
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0];
      if (!groups.has(tag)) groups.set(tag, []);
      groups.get(tag).push(call(method, path, operation));
    }
  }
  const sections = [...groups].map(([tag, calls]) =>
    element('section', {}, element('h2', { id: tag }, tag, element('span', { class: 'count' }, `${calls.length} calls`)), ...calls));
  const nothing = element('p', { id: 'nothing', role: 'status' }, 'No call has these words.');
  nothing.hidden = true;
  document.getElementById('calls').replaceChildren(...sections, nothing);
  document.getElementById('tags').replaceChildren(
    ...[...groups].map(([tag, calls]) => element('a', { href: `#${encodeURIComponent(tag)}` }, tag, element('span', { class: 'count' }, calls.length))));
  const links = [...document.getElementById('tags').children];
  const wanted = decodeURIComponent(location.hash.slice(1));
  const target = wanted && document.getElementById(wanted);
  if (target) { target.open = true; target.scrollIntoView(); }
  document.getElementById('find').addEventListener('input', event => {
    const wanted = event.target.value.toLowerCase().split(/\s+/);
    sections.forEach((section, index) => {
      const calls = [...section.querySelectorAll('details')];
      calls.forEach(one => { one.hidden = !wanted.every(word => one.dataset.words.includes(word)); });
      const found = calls.filter(one => !one.hidden).length;
      section.hidden = found === 0;
      section.querySelector('.count').textContent = `${found} calls`;
      links[index].classList.toggle('empty', found === 0);
      links[index].querySelector('.count').textContent = found;
    });
    nothing.hidden = sections.some(section => !section.hidden);
  });
}

fetch('/openapi.json')
  .then(answer => answer.ok ? answer.json() : Promise.reject(new Error(`The description is not there: ${answer.status}.`)))
  .then(show)
  .catch(failure => { document.getElementById('calls').textContent = `${failure.message} Reload the page in a moment.`; });
