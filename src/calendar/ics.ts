import { folded } from '../core/text/contentLine.ts'

/** A property with its value, parameters in between: `['DTSTART;TZID=Europe/Paris', '20261212T143000']`. */
export type Property = readonly [name: string, value: string]

/** A text as a value: what separates values and lines is escaped, so that nothing typed becomes a property. */
export function textValue(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, (sign) => (sign === '\r' ? '\n' : ''))
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n+/g, '\\n')
}

/** A text as the value of a parameter, quoted; a quote cannot stand in one. */
export function parameterValue(text: string): string {
  return `"${text.replace(/[\u0000-\u001f\u007f"]/g, ' ')}"`
}

/** Lines of a component, each ended by CRLF and folded before 75 octets (RFC 5545, 3.1). */
export function component(name: string, properties: readonly Property[], inside = ''): string {
  const lines = properties.map(([property, value]) => folded(`${property}:${value}`)).join('')
  return `BEGIN:${name}\r\n${lines}${inside}END:${name}\r\n`
}
