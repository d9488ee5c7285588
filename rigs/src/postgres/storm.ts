const tables = ['orders', 'carts', 'payments', 'refunds', 'jobs', 'idempotency', 'gateway_charges', 'gateway_refunds']

/**
 * Makes a PostgreSQL fail a fifth of its COMMITs, half of them as a conflict (40001), half as a deadlock (40P01): a deferred trigger
 * raises them, so they come from the server at the moment where real ones come. Sequences count, as no rollback takes them back.
 */
export const storm = `
create sequence storm_seen;
create sequence storm_hits;
create function storm() returns trigger language plpgsql as $$
begin
  if current_setting('rig.seen', true) = txid_current()::text then return null; end if;
  perform set_config('rig.seen', txid_current()::text, false);
  perform nextval('storm_seen');
  if abs(hashint8(txid_current())) % 5 = 0 then
    perform nextval('storm_hits');
    if txid_current() % 2 = 0 then
      raise exception 'forced by the rig' using errcode = '40001';
    else
      raise exception 'forced by the rig' using errcode = '40P01';
    end if;
  end if;
  return null;
end $$;
${tables
  .map(
    (table) => `create constraint trigger storm_${table} after insert or update on ${table}
  deferrable initially deferred for each row execute function storm();`,
  )
  .join('\n')}`
