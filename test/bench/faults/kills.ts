import pg from 'pg'

import { deliveries, killAll, type Program, start } from '../../support/processes.ts'
import { type Line, line } from '../table.ts'

const rounds = 30
const notices = 1_500
/** Fewer than what one process says before it is killed, in all rounds together. */
const perRound = 20

/** How long the last process may take with what all others left, on a machine that does other work beside. */
const settleMs = 300_000

/**
 * Kills thirty processes of the bot, one after the other, each in the middle of saying something; what became of every
 * notice. A run of a minute, so it is not a test: each start costs a second.
 */
export async function benchKills(url: string): Promise<readonly Line[]> {
  const database = new pg.Client({ connectionString: url })
  await database.connect()
  try {
    await prepare(database)
    const programs: Program[] = []
    for (let round = 0; round < rounds; round += 1) {
      const program = serve(url, round)
      programs.push(program)
      await program.until(() => calls(program).length >= perRound)
      program.process.kill('SIGKILL')
      await program.ended
    }
    const last = serve(url, rounds)
    programs.push(last)
    await settled(database)
    last.process.kill('SIGTERM')
    await last.ended
    return await verdict(database, programs)
  } finally {
    await killAll()
    await database.end()
  }
}

async function prepare(database: pg.Client): Promise<void> {
  await database.query(`
    update rule_settings set enabled = false;
    insert into rule_settings (rule, enabled, set_by, set_at)
      select 'directory-check', false, min(id), now() from people where is_secretariat on conflict do nothing;
    create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.003); return new; end $$;
    create trigger dawdle before insert on sent for each row execute function dawdle()`)
  await database.query(
    `insert into notices (key, person_id, kind, subject, body, queued_at, state, created_at)
     select 'n' || n, (select id from people where email = 'focal.cted@compact.example'), 'invitation', 'meeting:' || n,
       jsonb_build_object('summary', jsonb_build_array(jsonb_build_object('kind', 'text', 'text', 'Come to n' || n || '.')),
         'blocks', '[]'::jsonb), '2026-12-01T10:00:00Z', 'queued', now()
     from generate_series(1, $1::int) n`,
    [notices],
  )
}

/** Each process lives two minutes after the one before it, as far as its clock goes. */
function serve(url: string, round: number): Program {
  const now = new Date(Date.UTC(2026, 11, 2, 12, 2 * round)).toISOString()
  return start(['--serve', '--json', '--now', now], { DATABASE_URL: url })
}

function calls(program: Program): readonly string[] {
  return deliveries(program).flatMap(({ text }) => /^Come to (n\d+)\./.exec(text)?.[1] ?? [])
}

async function settled(database: pg.Client): Promise<void> {
  const from = performance.now()
  while (performance.now() - from < settleMs) {
    const { rows } = await database.query(`select 1 from ledger where state in ('queued', 'sending') limit 1`)
    if (rows.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('notices still wait after five minutes')
}

async function verdict(database: pg.Client, programs: readonly Program[]): Promise<readonly Line[]> {
  const { rows } = await database.query<{ key: string; state: string }>(
    `select key, state from ledger where key ~ '^n[0-9]+$'`,
  )
  const texts = programs.flatMap(calls)
  const once = new Set(texts)
  const lines = programs.flatMap((program) => deliveries(program)).map(({ text }) => text)
  const named = new Set(
    lines
      .filter((text) => text.includes('may not have arrived'))
      .flatMap((text) => text.match(/\bM\d+\b/g) ?? []),
  )
  const inDoubt = rows.filter(({ state }) => state === 'ambiguous').map(({ key }) => key)
  const lost = rows.filter(({ key, state }) => state === 'sent' && !once.has(key))
  const untold = inDoubt.filter((key) => !named.has(key.replace('n', 'M')))
  return [
    line(`${rounds} kills: notices`, rows.length, ''),
    line(`${rounds} kills: said`, once.size, ''),
    line(`${rounds} kills: in hand at a kill, so in doubt`, inDoubt.length, ''),
    line(`${rounds} kills: said twice`, texts.length - once.size, '', { at: 0, better: 'less' }),
    line(`${rounds} kills: marked as said and not said`, lost.length, '', { at: 0, better: 'less' }),
    line(`${rounds} kills: in doubt and not told of`, untold.length, '', { at: 0, better: 'less' }),
    line(
      `${rounds} kills: neither said nor in doubt`,
      rows.length - new Set([...once, ...inDoubt]).size,
      '',
      {
        at: 0,
        better: 'less',
      },
    ),
  ]
}
