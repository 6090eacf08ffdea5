import { describe, expect, test } from 'vitest'

import { passesDmarc, readMail } from '../../../../src/process/inbox/readMail.ts'

const from = 'member@who.example'

describe('what a mail server found', () => {
  test.each([
    ['mx.example.org; dmarc=pass header.from=who.example', true],
    ['MX.example.org 1; spf=fail; dkim=pass header.d=who.example;\r\n dmarc=pass (p=reject; sp=none) header.from=who.example', true],
    ['mx.example.org; dmarc=pass', true],
    ['mx.example.org; dmarc=fail header.from=who.example', false],
    ['mx.example.org; dmarc=passed', false],
    ['mx.example.org; dkim=pass header.d=who.example', false],
    ['mx.example.org; dmarc=pass header.from=evil.example', false],
    ['mx.example.org; dmarc=fail; dmarc=pass header.from=who.example', false],
    ['mx.example.org; x="dmarc=pass"', false],
    ['mx.example.org; spf=pass smtp.mailfrom="a; dmarc=pass header.from=who.example; b"@evil.example', false],
    ['mx.example.org; spf=fail (of (a); dmarc=pass header.from=who.example ; b)', false],
    ['mx.example.org; spf=fail (a \\) ; dmarc=pass header.from=who.example', false],
    ['mx.example.org; spf=pass (the (nested) one) smtp.mailfrom="a (b"@who.example; dmarc=pass header.from=who.example', true],
    ['mx.evil.example; dmarc=pass header.from=who.example', false],
    ['mx.example.org.evil.example; dmarc=pass header.from=who.example', false],
    ['', false],
  ])('%s', (line, vouched) => {
    expect(passesDmarc(line, 'mx.example.org', from)).toBe(vouched)
  }) // biome-ignore format: a table

  test('is believed of its topmost line alone: those below came with the message', async () => {
    const raw = (top: string) =>
      Buffer.from(
        `${top}Authentication-Results: mx.example.org; dmarc=pass header.from=who.example\r\nFrom: Member <Member@WHO.example>\r\nSubject: x\r\n\r\nHello\r\n`,
      )

    expect(await readMail(raw(''), 'mx.example.org')).toMatchObject({ from, vouched: true })
    const forged = raw('Authentication-Results: mx.example.org; dmarc=fail header.from=who.example\r\n')
    expect((await readMail(forged, 'mx.example.org'))?.vouched).toBe(false)
  })

  test('is of no use where a message is from several, or from nobody', async () => {
    const several = Buffer.from('From: a@who.example, b@who.example\r\nSubject: x\r\n\r\nHello\r\n')

    expect(await readMail(several, 'mx.example.org')).toBeUndefined()
    expect(await readMail(Buffer.from('no message at all'), 'mx.example.org')).toBeUndefined()
    expect(await readMail(Buffer.from([0xff, 0x00, 0xfe]), 'mx.example.org')).toBeUndefined()
    // A head of two megabytes, which the parser refuses.
    expect(await readMail(Buffer.alloc(2_000_000, 'x'), 'mx.example.org')).toBeUndefined()
  })

  test('of a message tells what it answers, and whether a program wrote it by itself', async () => {
    const read = (...head: string[]) =>
      readMail(Buffer.from([...head, 'From: a@who.example', '', 'Hello', ''].join('\r\n')), 'mx.example.org')

    expect(
      await read(
        'References: <a@x.example>',
        ' <b@x.example>',
        'In-Reply-To: <b@x.example>',
        'Message-ID: <c@y.example>',
      ),
    ).toMatchObject({
      ...{ id: '<c@y.example>', answers: ['<a@x.example>', '<b@x.example>', '<b@x.example>'] },
      ...{ automatic: false, text: 'Hello\n' },
    })
    for (const line of [
      'Auto-Submitted: auto-replied',
      'Precedence: bulk',
      'Subject: Automatic reply: Plenary',
    ])
      expect((await read(line))?.automatic).toBe(true)
    expect((await read('Auto-Submitted: no'))?.automatic).toBe(false)
  })
})
