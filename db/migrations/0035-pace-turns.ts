/** Rate limits of the platforms, kept within by all processes together. */
export const paceTurns = `
-- The last turns taken under each limit. What is lost in a crash of the server is only a matter of seconds.
create unlogged table pace_turns (
  -- The limit, and the conversation, workspace or bot that it is about.
  key text primary key,
  -- In order; no more of them than the limit counts.
  taken timestamptz[] not null,
  -- The platform asked to wait until then.
  held_until timestamptz
) with (fillfactor = 50);
`
