import { array, type Json, object, text } from '../../../../src/core/json.ts'

const elements = [
  'TextBlock',
  'RichTextBlock',
  'FactSet',
  'Image',
  'ActionSet',
  'Table',
  'Container',
  'Input.ChoiceSet',
]

/** What Teams would refuse in a card or read into its texts; the numbers are written here once more. */
export function violations(card: Json): string[] {
  const json = JSON.stringify(card)
  const bytes = Math.max(Buffer.byteLength(json, 'utf8'), Buffer.byteLength(json, 'utf16le'))
  const found = bytes > 25_000 ? [`${bytes} bytes`] : []
  if (!json.isWellFormed()) found.push('half a character')
  if (card['version'] !== '1.5' || card['type'] !== 'AdaptiveCard') found.push('no card')
  if (text(card['fallbackText']) === undefined) found.push('no fallbackText')
  if (array(card['body']).length === 0) found.push('no body')
  if (array(object(card['refresh'])['userIds']).length > 60) found.push('too many viewers')
  for (const text of stringsOf(card['body'])) {
    if (text.replace(moments, '').includes('{{')) found.push(`a function: ${text.slice(0, 80)}`)
    if (/<\/?at\b/i.test(text)) found.push(`a mention: ${text.slice(0, 80)}`)
  }
  return [...found, ...array(card['body']).flatMap((one) => ofElement(object(one)))]
}

const instant = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ`
const moments = new RegExp(String.raw`\{\{(?:DATE\(${instant}, SHORT\)|TIME\(${instant}\))\}\}`, 'g')

/** What a reader sees of a card, in its order, where it is known what tables are. */
export function cardTexts(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(cardTexts)
  const one = object(part)
  if (one['type'] === 'TextBlock') return [readMarkdown(text(one['text']) ?? '')]
  if (one['type'] === 'TextRun') return [text(one['text']) ?? '']
  if (one['type'] === 'Image') return [text(one['altText']) ?? '']
  if (String(one['type']).startsWith('Action.')) return [text(one['title']) ?? '']
  if (one['type'] === 'Input.ChoiceSet')
    return array(one['choices']).map((choice) => text(object(choice)['title']) ?? '')
  if (one['type'] === 'FactSet')
    return array(one['facts']).flatMap((fact) => [
      readMarkdown(text(object(fact)['title']) ?? ''),
      readMarkdown(text(object(fact)['value']) ?? ''),
    ])
  return ['body', 'items', 'inlines', 'rows', 'cells', 'actions'].flatMap((key) => cardTexts(array(one[key])))
}

/** The actions of a card in their order. */
export function actionsOf(card: Json): readonly Json[] {
  return array(card['body'])
    .map(object)
    .filter(({ type }) => type === 'ActionSet')
    .flatMap((set) => array(set['actions']).map(object))
}

/** Markdown without its marks; where a mark is meant as a letter, it stands behind a backslash. */
function readMarkdown(text: string): string {
  return text.replace(/\\(.)|\*\*|\]\([^()\s]*\)|\[/gsu, (_, escaped?: string) => escaped ?? '')
}

function ofElement(one: Json): string[] {
  const type = String(one['type'])
  if (!elements.includes(type)) return [`an element of the unexpected type ${type}`]
  switch (type) {
    case 'TextBlock':
      return [
        ...filled('TextBlock', one['text']),
        ...(one['wrap'] === true ? [] : ['a text that is cut off']),
      ]
    case 'RichTextBlock':
      return some('inlines', one['inlines'], ofRun)
    case 'FactSet':
      return some('facts', one['facts'], (fact) => [
        ...filled('title', fact['title']),
        ...filled('value', fact['value']),
      ])
    case 'Image':
      return [...filled('altText', one['altText']), ...address(one['url'], /^https:\/\/\S+$/i)]
    case 'Input.ChoiceSet':
      return [
        ...filled('id', one['id']),
        ...some('choices', one['choices'], (choice) => [
          ...filled('title', choice['title']),
          ...filled('value', choice['value']),
        ]),
      ]
    case 'Container':
      return some('items', one['items'], ofElement)
    case 'Table':
      return ofTable(one)
    default:
      return [
        ...some('actions', one['actions'], ofAction),
        ...(array(one['actions']).length > 6 ? ['more than six actions'] : []),
      ]
  }
}

function ofRun(run: Json): string[] {
  const opened = object(run['selectAction'])['url']
  return [
    ...(run['type'] === 'TextRun' ? [] : ['an inline that is not a run']),
    ...(text(run['text']) === undefined ? ['an empty run'] : []),
    ...(String(run['text']).includes('\n') ? ['a line end in a run'] : []),
    ...(run['selectAction'] === undefined ? [] : address(opened, /^(?:https?:\/\/|mailto:)\S+$/i)),
  ]
}

function ofTable(table: Json): string[] {
  const width = array(table['columns']).length
  const found = some('rows', table['rows'], (row) => [
    ...(array(row['cells']).length === width ? [] : ['a row of another width']),
    ...some('cells', row['cells'], (cell) => some('items', cell['items'], ofElement)),
  ])
  if (width === 0 || width > 8) found.push(`${width} columns`)
  return [...found, ...ofElement(object(table['fallback']))]
}

function ofAction(action: Json): string[] {
  const title = String(action['title'] ?? '')
  const found = title === '' || title.length > 60 ? [`a title of ${title.length} characters`] : []
  const data = object(action['data'])
  if (data['verb'] !== 'press' || text(data['o']) === undefined) found.push('data')
  if (action['type'] === 'Action.Submit')
    return object(data['msteams'])['type'] === 'task/fetch'
      ? found
      : [...found, 'a submit that opens nothing']
  const other = object(action['fallback'])
  if (action['type'] !== 'Action.Execute' || action['verb'] !== 'press') found.push('no Execute')
  if (other['type'] !== 'Action.Submit' || other['title'] !== title) found.push('no fallback')
  if (JSON.stringify(other['data']) !== JSON.stringify(data)) found.push('a fallback with other data')
  return found
}

function some(name: string, value: unknown, check: (one: Json) => string[]): string[] {
  const all = array(value).map(object)
  return all.length === 0 ? [`no ${name}`] : all.flatMap(check)
}

function filled(name: string, value: unknown): string[] {
  return text(value)?.trim() ? [] : [`an empty ${name}`]
}

function address(url: unknown, wanted: RegExp): string[] {
  return wanted.test(String(url)) ? [] : [`the address ${String(url).slice(0, 80)}`]
}

function stringsOf(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  if (Array.isArray(part)) return part.flatMap(stringsOf)
  // What a button carries is for us alone, and an address is not text.
  const shown = Object.entries(object(part)).filter(([key]) => key !== 'data' && key !== 'url')
  return shown.flatMap(([, value]) => stringsOf(value))
}
