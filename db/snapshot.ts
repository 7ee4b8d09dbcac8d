import { type Kysely, sql } from "kysely";

type Line = { line: string };

const APP_ROLES = sql`('app_seller','app_courier','app_support','app_system','app_auth','app_jobs')`;
const ours = sql`n.nspname in ('public', 'queue', 'events') and c.relname not like 'kysely_%'`;

const parts: Record<string, ReturnType<typeof sql<Line>>> = {
  columns: sql<Line>`
    select format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end,
      coalesce(case when a.attgenerated = 's' then ' generated ' else ' default ' end || pg_get_expr(d.adbin, d.adrelid), '')) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind = 'r' and ${ours} order by c.relname, a.attnum`,
  constraints: sql<Line>`
    select format('%s.%s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and k.contype <> 'n' order by c.relname, k.conname`,
  indexes: sql<Line>`
    select pg_get_indexdef(i.indexrelid) as line
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} order by 1`,
  "row-level security": sql<Line>`
    select format('%s enabled=%s forced=%s', c.relname, c.relrowsecurity, c.relforcerowsecurity) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${ours} order by 1`,
  policies: sql<Line>`
    select format('%s.%s for %s to %s using (%s) check (%s)', c.relname, p.polname, p.polcmd,
      array_to_string(array(select rolname from pg_roles where oid = any(p.polroles) order by 1), ','),
      coalesce(pg_get_expr(p.polqual, p.polrelid), '-'), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-')) as line
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} order by c.relname, p.polname`,
  grants: sql<Line>`
    select format('%s to %s: %s', g.table_name, g.grantee, string_agg(g.privilege_type, ', ' order by g.privilege_type)) as line
    from information_schema.role_table_grants g
    where g.table_schema in ('public', 'queue', 'events') and g.grantee in ${APP_ROLES}
    group by g.table_name, g.grantee order by g.table_name, g.grantee`,
  functions: sql<Line>`
    select format('%s.%s(%s) returns %s, security definer=%s, owner=%s', n.nspname, p.proname,
      pg_get_function_identity_arguments(p.oid), pg_get_function_result(p.oid), p.prosecdef, pg_get_userbyid(p.proowner)) as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'queue', 'events') order by 1`,
};

/** The schema as the catalog tells it, sorted, so that two of them can be compared line by line. */
export async function describeSchema(db: Kysely<unknown>): Promise<string> {
  const sections: string[] = [];
  for (const [name, query] of Object.entries(parts)) {
    const { rows } = await query.execute(db);
    sections.push(`-- ${name}\n${rows.map((row) => row.line).join("\n")}\n`);
  }
  return `-- Written by npm run db:snapshot from the catalog of a migrated database.\n\n${sections.join("\n")}`;
}
