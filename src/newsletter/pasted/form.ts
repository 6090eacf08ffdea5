const names = {
  title: 'title|activity|event|headline|activité|titre|título|titulo',
  date: 'dates?|when|fecha|fechas',
  place: 'place|venue|location|where|lieu|lugar',
  entity: 'entity|entities|organi[sz]ers?|organised by|organized by|organisateur|organizador',
  text: 'text|description|summary|details|texte|resumen|descripción',
  link: 'link|url|website|web ?page|lien|enlace',
} as const

type Field = keyof typeof names

const label = new RegExp(`(?:^|\\s)(${Object.values(names).join('|')}) ?:\\s`, 'giu')

/**
 * A form that was filled in and sent by mail, `Title: … Date: … Place: …`, as the sentence that is printed, with its
 * day in brackets where it says one; the same text where it is no such form.
 */
export function withoutLabels(typed: string): string {
  const found = [...typed.matchAll(label)]
  if (found[0]?.index !== 0 || found.length > 12) return typed
  const said = new Map<Field, string>()
  found.forEach(({ 0: written, 1: name = '', index }, at) => {
    const value = typed.slice(index + written.length, found[at + 1]?.index).trim()
    const field = fieldOf(name)
    if (field && value !== '' && !said.has(field)) said.set(field, value.replace(/[.,;]$/, ''))
  })
  const [title, date] = [said.get('title'), said.get('date')]
  const text = [title, said.get('text')].filter((one) => one !== undefined).join(': ')
  if (text === '' || said.size < Math.max(2, found.length)) return typed
  const [entity, place, link] = [said.get('entity'), said.get('place'), said.get('link')]
  const opened = entity === undefined || text.includes(entity) ? text : `${entity} ${text}`
  const placed = place === undefined || opened.includes(place) ? opened : `${opened}, ${place}`
  return [placed, link, date === undefined ? undefined : `(${date})`]
    .filter((one) => one !== undefined)
    .join(' ')
}

function fieldOf(name: string): Field | undefined {
  const fields = Object.keys(names) as Field[]
  return fields.find((field) => new RegExp(`^(?:${names[field]})$`, 'iu').test(name))
}
