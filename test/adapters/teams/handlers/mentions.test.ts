import { describe, expect, test } from 'vitest'
import { asText } from '../../../../adapters/teams/inbound/html.ts'
import { readSpoken } from '../../../../adapters/teams/inbound/mentions.ts'
import { withTables } from '../../../../adapters/teams/inbound/tables.ts'
import { botId } from '../../../support/teams/far/defaults.ts'

const bot = botId()
const own = { type: 'mention', text: '<at>Rapporteur</at>', mentioned: { id: bot, name: 'Rapporteur' } }
const chair = { type: 'mention', text: '<at>Chair</at>', mentioned: { id: '29:c', name: 'Chair of ETCIP' } }

function spoken(text: string | undefined, ...entities: readonly object[]) {
  return readSpoken({ ...(text === undefined ? {} : { text }), entities }, bot)
}

describe('what is said to the bot', () => {
  test('is what stands after its name, without the space that Teams puts there', () => {
    expect(spoken('<at>Rapporteur</at>&nbsp;meeting list', own)).toEqual({ before: '', text: 'meeting list' })
  })

  test('keeps what stands before the name apart', () => {
    expect(spoken('Please ask <at>Rapporteur</at>: help', own)).toEqual({
      before: 'Please ask',
      text: 'help',
    })
  })

  test('loses every mention of the bot, however often it is named', () => {
    const twice = spoken('<at>Rapporteur</at> help <at>Rapporteur</at> meeting', own, own)
    expect(twice.text).toBe('help meeting')
  })

  test('names other people as Teams names them', () => {
    const text = spoken('<at>Rapporteur</at> directory person <at>Chair</at>', own, chair)
    expect(text.text).toBe('directory person Chair of ETCIP')
  })

  test('keeps what was typed like a mention, or like HTML', () => {
    const text = spoken('<at>Rapporteur</at> update post &lt;at&gt;x&lt;/at&gt; a &amp;lt; b &#64;all', own)
    expect(text.text).toBe('update post <at>x</at> a &lt; b @all')
  })

  test('keeps the ends of lines', () => {
    expect(spoken('update post one\r\n\r\ntwo').text).toBe('update post one\r\n\r\ntwo')
  })

  test('is nothing where a card sent no text, though a mention is told of', () => {
    expect(spoken(undefined, own)).toEqual({ before: '', text: '' })
  })
})

describe('a message beside which an action was taken', () => {
  test('is read as its reader saw it', () => {
    const html =
      '<div><p>The <b>seminar</b> took place&nbsp;on 3 May.</p><ul><li>one</li><li>two</li></ul>' +
      '<a href="https://x.example/a?b=1&amp;c=2">the report</a><br>' +
      '<img alt="😀" src="x"><script>alert(1)</script>a &lt;b&gt; c</div>'

    expect(asText(html)).toBe(
      'The seminar took place on 3 May.\n• one\n• two\nthe report (https://x.example/a?b=1&c=2)\n😀a <b> c',
    )
  })

  test('keeps the cells of a table apart, each row on its line', () => {
    const html =
      '<p>Hi</p><table>\n<tbody>\n<tr>\n<td>\n<p>Activity</p>\n</td>\n<td><p>Date</p></td></tr><tr><td>Training<br>in Baku</td><td>3 Nov</td></tr></tbody></table>'
    expect(asText(html)).toBe('Hi\nActivity\tDate\nTraining in Baku\t3 Nov')
    expect(
      withTables(
        {
          attachments: [
            {
              contentType: 'text/html',
              content: `<div><span>Rapporteur</span>&nbsp;update post</div>${html}`,
            },
          ],
          entities: [{ type: 'mention', text: '<at>Rapporteur</at>', mentioned: { id: '28:bot' } }],
        },
        { before: '', text: 'update post Hi ActivityDateTraining in Baku3 Nov' },
        '28:bot',
      ).text,
    ).toBe('update post\nHi\nActivity\tDate\nTraining in Baku\t3 Nov')
  })

  test('is read at once, however long it is and whatever is not closed in it', () => {
    const started = process.cpuUsage()
    for (const part of ['<a ', '<script ', '<img ', '<a href="https:', '<', '<!', '<a>', '&', ' \n', '<p>']) {
      asText(part.repeat(200_000 / part.length))
    }

    // Of the processor, in microseconds: what else the machine does is not counted.
    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000)
    expect(asText(`${'x'.repeat(65_530)}<a href="https://x.example">long</a>`)).toBe('x'.repeat(65_530))
  })

  test('keeps what follows a script, and a link that is not closed', () => {
    expect(asText('a<script>if (a < b) c()</script>b <a href="https://x.example/">there')).toBe(
      'ab there (https://x.example/)',
    )
  })
})
