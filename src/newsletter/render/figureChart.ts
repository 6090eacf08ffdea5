import type { Figure, Newsletter } from '../compose/compose.ts'
import { directionOf, headingsOf, languageMark, languageOf } from './direction.ts'
import { type Html, html } from './escapeHtml.ts'
import { figureChange, figureDay, figuresTitleOf, numberHeading } from './title.ts'

/**
 * The figures as a table whose bars show each number beside the one before: the bars repeat what the text says, so
 * they are hidden from screen readers.
 */
export function figureChart(newsletter: Newsletter): Html {
  const { figures } = newsletter
  if (figures.length === 0) return html``
  return html`<section aria-labelledby="figures">
<h2 id="figures" dir="${headingsOf(newsletter)}"${languageMark(newsletter, figuresTitleOf(newsletter))}>${figuresTitleOf(newsletter)}</h2>
<table${languageMark(newsletter, 'What')}>
<thead><tr><th scope="col">What</th><th scope="col" class="number" dir="ltr">${numberHeading(newsletter)}</th><th scope="col" class="number" dir="ltr">Change</th><th scope="col" class="bars" aria-hidden="true"></th></tr></thead>
<tbody>
${figures.map(row)}</tbody>
</table>
</section>
`
}

function row(figure: Figure): Html {
  const { value, previous } = figure
  return html`<tr><th scope="row" dir="${directionOf(figure.label)}"${languageOf(figure.label) === 'en' ? html`` : html` lang="${languageOf(figure.label)}"`}>${labelHtml(figure)}</th><td class="number" dir="ltr">${value.toLocaleString('en')}</td><td class="number" dir="ltr">${figureChange(figure)}</td><td class="bars" aria-hidden="true">${figure.asOf === undefined && previous !== null ? bars(value, previous) : html``}</td></tr>
`
}

/** A label with the day of its record, which runs from the left whatever the label does. */
export function labelHtml(figure: Figure): Html {
  const day = figureDay(figure)
  if (day === '' || directionOf(figure.label) === 'ltr') return html`${figure.label}${day}`
  return html`${figure.label} <span dir="ltr">${day.trim()}</span>`
}

const widest = 120

function bars(value: number, previous: number): Html {
  const most = Math.max(value, previous, 1)
  const now = Math.round((value / most) * widest)
  const before = Math.round((previous / most) * widest)
  return html`<svg width="${widest}" height="16" viewBox="0 0 ${widest} 16"><rect class="now" width="${now}" height="9"/><rect class="before" y="11" width="${before}" height="5"/></svg>`
}
