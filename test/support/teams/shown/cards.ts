import { array, type Json, object, text } from '../../../../src/core/json.ts'

const cardType = 'application/vnd.microsoft.card.adaptive'

/** The card of a message, of a dialog, or of the answer to a press; itself where it is one already. */
export function cardIn(body: Json): Json {
  const task = object(object(body['task'])['value'])
  const found = [
    body,
    ...array(body['attachments'])
      .filter((one) => object(one)['contentType'] === cardType)
      .map(content),
    content(task['card']),
    object(body['value']),
  ].find((one) => object(one)['type'] === 'AdaptiveCard')
  if (found === undefined) throw new Error(`no card in ${JSON.stringify(body).slice(0, 2000)}`)
  return object(found)
}

/** The button of this label, wherever it stands in the card; `Send` is the one that sends a form, however it is called. */
export function findAction(body: Json, label: string): Json {
  const card = cardIn(body)
  const found =
    (label === 'Send' ? within(card).find((one) => object(one['data'])['verb'] === 'form') : undefined) ??
    within(card).find((one) => /^Action\./.test(String(one['type'])) && text(one['title']) === label) ??
    chosenIn(card, label)
  if (!found) throw new Error(`no button ${label} in ${JSON.stringify(card).slice(0, 2000)}`)
  return found
}

/** The button beside the list of a card that offers this, as it is pressed once that was chosen. */
function chosenIn(card: Json, label: string): Json | undefined {
  for (const { type, id, choices } of within(card)) {
    const chosen = type === 'Input.ChoiceSet' && array(choices).find((one) => object(one)['title'] === label)
    const action = within(card).find(
      (one) => one['type'] === 'Action.Execute' && object(one['data'])['l'] === id,
    )
    if (!chosen || !action) continue
    const data = { ...object(action['data']), [String(id)]: object(chosen)['value'] }
    return { ...action, data, fallback: { ...object(action['fallback']), data } }
  }
  return undefined
}

/** What the fields of a card hold as it is shown, by their ids. */
export function fieldsOf(body: Json): Readonly<Record<string, string>> {
  const fields = within(cardIn(body)).filter(({ type }) => /^Input\./.test(String(type)))
  return Object.fromEntries(
    fields.flatMap(({ id, value }) => (value === undefined ? [] : [[String(id), String(value)]])),
  )
}

/** Every object within one, itself first. */
function within(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(within)
  if (typeof value !== 'object' || value === null) return []
  return [object(value), ...Object.values(value).flatMap(within)]
}

function content(value: unknown): unknown {
  return object(value)['content']
}
