import { array, type Json, object, text } from '../../../src/core/json.ts'
import { type CardElement, readElements } from './elements.ts'
import { inert } from './escape.ts'
import { withoutMarkdown } from './markdown.ts'

/** The text of a card, line by line, for a client that cannot show it; moments with their zone. */
export function cardText(body: readonly CardElement[]): string {
  return inert(body.map(elementText).filter(Boolean).join('\n'))
}

function elementText(one: CardElement): string {
  switch (one.type) {
    case 'RichTextBlock':
      return array(one['inlines']).map(object).map(runText).join('')
    case 'TextBlock':
      return withoutMarkdown(textOf(one['text']))
    case 'FactSet':
      return array(one['facts'])
        .map(object)
        .map(({ title, value }) => `${withoutMarkdown(textOf(title))} ${withoutMarkdown(textOf(value))}`)
        .join('\n')
    case 'Image':
      return `${textOf(one['altText'])} <${textOf(one['url'])}>`
    case 'ActionSet':
      return array(one['actions'])
        .map((action) => `[${textOf(object(action)['title'])}]`)
        .join(' ')
    case 'Input.ChoiceSet':
      return array(one['choices'])
        .map((choice) => `[${textOf(object(choice)['title'])}]`)
        .join(' ')
    case 'Container':
      return cardText(readElements(array(one['items']).map(object)))
    case 'Table':
      return cardText(readElements([object(one['fallback'])]))
  }
}

function runText(run: Json): string {
  const shown = textOf(run['text'])
  const url = text(object(run['selectAction'])['url'])
  return url === undefined || url === shown || url === `mailto:${shown}` ? shown : `${shown} <${url}>`
}

function textOf(value: unknown): string {
  return text(value) ?? ''
}
