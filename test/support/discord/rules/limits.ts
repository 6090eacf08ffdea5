import { array, type Json, object, text } from '../../../../src/core/json.ts'
import { readMarkdown, type Shown } from './markdown.ts'

/** Every way in which a message body breaks what Discord takes; the numbers are written here once more. */
export function wrongOf(body: unknown): readonly string[] {
  const fields = object(body)
  const embeds = array(fields['embeds']).map(object)
  const rows = array(fields['components']).map(object)
  const ids = rows.flatMap((row) => array(row['components']).map((one) => object(one)['custom_id']))
  const sum = embeds.reduce((total, embed) => total + embedTexts(embed).join('').length, 0)
  return [
    ...most('content', fields['content'], 2000),
    ...(embeds.length > 10 ? [`${embeds.length} embeds`] : []),
    ...(sum > 6000 ? [`embeds of ${sum} characters`] : []),
    ...embeds.flatMap(wrongEmbed),
    ...(rows.length > 5 ? [`${rows.length} rows`] : []),
    ...rows.flatMap(wrongRow),
    ...(new Set(ids).size < ids.length ? ['the same custom_id twice'] : []),
    ...(JSON.stringify(fields).isWellFormed() && !/\\ud[89a-f]/i.test(JSON.stringify(fields))
      ? []
      : ['half a character']),
    ...(String(fields['content'] ?? '').trim() === '' && embeds.length === 0 ? ['nothing in it'] : []),
    ...(JSON.stringify(fields['allowed_mentions']) === '{"parse":[]}' ? [] : ['mentions that ring']),
  ]
}

/** What a reader sees of a message: content, embeds and the labels of its buttons and lists. */
export function displayed(body: unknown): Shown {
  const fields = object(body)
  const labels = buttonsOf(fields).map(({ label }) => ({ text: text(label) ?? '', pings: [] }))
  const texts = [fields['content'], ...array(fields['embeds']).map(object).flatMap(seenIn)]
  const shown = [...texts.map((one) => readMarkdown(text(one) ?? '')), ...labels]
  return {
    text: shown.map((one) => one.text).join('\n'),
    pings: shown.flatMap(({ pings }) => pings),
  }
}

/** The buttons of a message body and what its lists offer, in their order. */
export function buttonsOf(body: unknown): readonly Json[] {
  return array(object(body)['components'])
    .map(object)
    .flatMap((row) => array(row['components']).map(object))
    .flatMap((one) => (one['type'] === 3 ? array(one['options']).map(object) : [one]))
}

/** The texts of an embed as they are read, a fact’s value beside its name. */
function seenIn(embed: Json): readonly string[] {
  const facts = array(embed['fields']).map(object)
  return [
    ...embedTexts({ ...embed, fields: [] }),
    ...facts.map(({ name, value }) => `${text(name) ?? ''}: ${text(value) ?? ''}`),
  ]
}

function embedTexts(embed: Json): readonly string[] {
  const fields = array(embed['fields']).map(object)
  return [
    embed['title'],
    embed['description'],
    ...fields.flatMap(({ name, value }) => [name, value]),
    object(embed['footer'])['text'],
    object(embed['author'])['name'],
  ].map((one) => text(one) ?? '')
}

function wrongEmbed(embed: Json): readonly string[] {
  const url = object(embed['image'])['url']
  const address =
    embed['image'] === undefined || (/^https?:\/\/\S+$/i.test(String(url)) && URL.canParse(String(url)))
  const fields = array(embed['fields']).map(object)
  return [
    ...most('title', embed['title'], 256),
    ...most('description', embed['description'], 4096),
    ...most('image', url, 2048),
    ...(address ? [] : ['an image without an address']),
    ...(fields.length > 25 ? [`${fields.length} fields`] : []),
    ...fields.flatMap(({ name, value }) => [...filled('name', name, 256), ...filled('value', value, 1024)]),
    ...most('footer', object(embed['footer'])['text'], 2048),
    ...(embedTexts(embed).join('').trim() === '' && url === undefined ? ['an empty embed'] : []),
  ]
}

function wrongRow(row: Json): readonly string[] {
  const buttons = array(row['components']).map(object)
  if (buttons[0]?.['type'] === 3) return buttons.length === 1 ? wrongList(buttons[0]) : ['two lists in a row']
  return [
    ...(row['type'] === 1 ? [] : ['a row that is none']),
    ...(buttons.length === 0 || buttons.length > 5 ? [`a row of ${buttons.length} buttons`] : []),
    ...buttons.flatMap((button) => [
      ...(button['type'] === 2 ? [] : ['a button that is none']),
      ...([1, 2, 3, 4].includes(Number(button['style'])) ? [] : ['a style of no button']),
      ...filled('label', button['label'], 80),
      ...filled('custom_id', button['custom_id'], 100),
    ]),
  ]
}

function wrongList(list: Json): readonly string[] {
  const options = array(list['options']).map(object)
  const values = new Set(options.map(({ value }) => value))
  return [
    ...(options.length === 0 || options.length > 25 ? [`a list of ${options.length}`] : []),
    ...(values.size < options.length ? ['a list with a value twice'] : []),
    ...filled('custom_id', list['custom_id'], 100),
    ...most('placeholder', list['placeholder'], 150),
    ...options.flatMap(({ label, value }) => [
      ...filled('label', label, 100),
      ...filled('value', value, 100),
    ]),
  ]
}

function most(name: string, value: unknown, limit: number): readonly string[] {
  if (value === undefined || value === null) return []
  if (typeof value !== 'string') return [`a ${name} that is not text`]
  return value.length > limit ? [`a ${name} of ${value.length} characters`] : []
}

function filled(name: string, value: unknown, limit: number): readonly string[] {
  return text(value)?.trim() ? most(name, value, limit) : [`an empty ${name}`]
}
