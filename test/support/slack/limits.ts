import type { KnownBlock } from '@slack/web-api'

type Surface = 'message' | 'view'

/** What Slack would refuse in the blocks of a message or of a view; the numbers are written here once more. */
export function violations(blocks: readonly KnownBlock[], surface: Surface = 'message'): string[] {
  const found = blocks.flatMap((block, at) => ofBlock(block).map((wrong) => `block ${at}: ${wrong}`))
  const most = surface === 'view' ? 100 : 50
  if (blocks.length === 0) found.push('no blocks')
  if (blocks.length > most) found.push(`${blocks.length} blocks`)
  const tables = blocks.filter(({ type }) => type === 'table').length
  if (tables > (surface === 'view' ? 0 : 1)) found.push(`${tables} tables`)
  const total = slackTexts(blocks).join('').length
  if (surface === 'message' && total > 9000) found.push(`${total} characters in all`)
  found.push(
    ...repeated(
      'block_id',
      blocks.map((block) => block.block_id).filter((id) => id !== undefined),
    ),
  )
  found.push(...repeated('action_id', actionIds(blocks)))
  if (!slackTexts(blocks).every((text) => text.isWellFormed())) found.push('half a character')
  return found
}

/** Every text in blocks that a reader sees, in its order. */
export function slackTexts(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(slackTexts)
  if (typeof part !== 'object' || part === null) return []
  if ('type' in part && part.type === 'mrkdwn' && 'text' in part) return [unescaped(`${part.text}`)]
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' ? (key === 'text' || key === 'alt_text' ? [value] : []) : slackTexts(value),
  )
}

/** What Slack shows for the three characters that its markup escapes. */
function unescaped(mrkdwn: string): string {
  return mrkdwn.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

function ofBlock(block: KnownBlock): string[] {
  const found = [...size('block_id', block.block_id ?? 'none', 255)]
  switch (block.type) {
    case 'header':
      return [...found, ...size('header', block.text.text, 150)]
    case 'rich_text':
      return [...found, ...ofRichText(block)]
    case 'actions':
      if (block.elements.length === 0 || block.elements.length > 25)
        found.push(`${block.elements.length} elements`)
      return [...found, ...block.elements.flatMap(ofElement)]
    case 'image': {
      const url = 'image_url' in block ? (block.image_url ?? '') : ''
      if (!url.startsWith('https://')) found.push('an image that is not https')
      return [...found, ...size('image_url', url, 3000), ...size('alt_text', block.alt_text, 2000)]
    }
    case 'table': {
      if (block.rows.length === 0 || block.rows.length > 100) found.push(`${block.rows.length} rows`)
      if (block.rows.some((row) => row.length === 0 || row.length > 20)) found.push('columns')
      if (new Set(block.rows.map((row) => row.length)).size > 1) found.push('rows of several lengths')
      if (slackTexts(block).join('').length > 10_000) found.push('the text of a table')
      return [
        ...found,
        ...block.rows.flat().flatMap((cell) => (cell.type === 'rich_text' ? ofRichText(cell) : [])),
      ]
    }
    case 'section': {
      const fields = block.fields ?? []
      if (fields.length > 10) found.push(`${fields.length} fields`)
      found.push(...fields.flatMap((field) => size('field', field.text, 2000)))
      return block.text ? [...found, ...size('section', block.text.text, 3000)] : found
    }
    case 'context':
      if (block.elements.length === 0 || block.elements.length > 10)
        found.push(`${block.elements.length} elements`)
      return found
    case 'divider':
    case 'input':
      return found
    default:
      return [...found, `a block of the unexpected type ${block.type}`]
  }
}

function ofRichText(block: Extract<KnownBlock, { type: 'rich_text' }>): string[] {
  const found = size('rich_text', slackTexts(block).join(''), 3000)
  if (block.elements.length === 0) found.push('no elements')
  for (const one of block.elements) {
    if (one.elements.length === 0) found.push(`an empty ${one.type}`)
    const sections = one.type === 'rich_text_list' ? one.elements : [one]
    for (const { elements } of sections) {
      if (elements.length === 0) found.push('an empty section')
      for (const element of elements) {
        if (element.type === 'text') found.push(...size('text', element.text, 3000))
        else if (element.type === 'link') {
          if (!/^(?:https?:\/\/|mailto:)\S+$/i.test(element.url)) found.push(`a link to ${element.url}`)
          found.push(...size('link', element.text ?? 'none', 3000), ...size('url', element.url, 3000))
        } else if (element.type === 'date') {
          if (!Number.isSafeInteger(element.timestamp)) found.push('a date without seconds')
          if (!element.fallback) found.push('a date without fallback')
        } else found.push(`an element of the type ${element.type}`)
      }
    }
  }
  return found
}

type Element = Extract<KnownBlock, { type: 'actions' }>['elements'][number]

function ofElement(element: Element): string[] {
  const found = size('action_id', 'action_id' in element ? (element.action_id ?? '') : '', 255)
  if (element.type === 'static_select') {
    const options = element.options ?? []
    if (options.length === 0 || options.length > 100) found.push(`${options.length} options`)
    found.push(...options.flatMap(({ text }) => size('option', text.text, 75)))
    found.push(...options.flatMap(({ value }) => size('value of an option', value ?? '', 150)))
    return found
  }
  if (element.type !== 'button') return found
  found.push(...size('label', element.text.text, 75))
  if ((element.value ?? '').length > 2000) found.push('value')
  if (element.style !== undefined && !['primary', 'danger'].includes(element.style)) found.push('style')
  return found
}

function actionIds(blocks: readonly KnownBlock[]): string[] {
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
  return elements.map((one) => ('action_id' in one ? (one.action_id ?? '') : ''))
}

function size(name: string, text: string, most: number): string[] {
  if (text.length === 0) return [`an empty ${name}`]
  return text.length > most ? [`a ${name} of ${text.length} characters`] : []
}

function repeated(name: string, ids: readonly string[]): string[] {
  return new Set(ids).size < ids.length ? [`the same ${name} twice`] : []
}
