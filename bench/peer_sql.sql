-- The whole work of workload.py, written in DuckDB's SQL for this one template and nothing else.
-- In: occurred(treaty, day, event, party), parameters(horizon, year, within). Out: intervals(treaty, norm, status, since,
-- until).

create or replace temp table intervals as
with concluded as (
    select treaty, horizon, year, within,
           max(day) filter (event = 'ratify') as entry,
           min(day) filter (event = 'referendum') as referendum
    from occurred, parameters
    where event in ('ratify', 'referendum')
    group by treaty, horizon, year, within
),
-- The first notice, the first finding against each party
noted as (
    select c.treaty, c.horizon, c.year, c.within, c.entry, c.referendum,
           min(o.day) filter (o.event = 'denounce') as notice,
           min(o.day) filter (o.event = 'finding' and o.party = 'b') as a_may,
           min(o.day) filter (o.event = 'finding' and o.party = 'a') as b_may
    from concluded c
    left join occurred o on o.treaty = c.treaty and o.day > c.entry and o.event in ('denounce', 'finding')
    group by all
),
-- The first end of a period that is a year or more after the notice, if it is one that we get to see
due as (
    select *, case when notice is not null then
        entry + 30 * year + 5 * year * greatest(0, ceil((notice + year - entry - 30 * year) / (5.0 * year)))::int
        end as expiry
    from noted
),
-- The first termination by a party that then has the power
ended as (
    select d.*, min(o.day) as termination
    from due d
    left join occurred o
      on o.treaty = d.treaty and o.event = 'terminate'
     and o.day > case o.party when 'a' then d.a_may else d.b_may end
    group by all
),
lives as (
    select treaty, horizon, within, entry, referendum, a_may, b_may,
           least(coalesce(termination, horizon), coalesce(expiry, horizon), horizon) as ends,
           case when coalesce(termination, horizon) < coalesce(expiry, horizon) then 'terminated' else 'expired' end
               as manner,
           case when referendum is not null then greatest(entry, referendum) end as due_from
    from ended
),
-- n1 is owed from then on, suspended while aid is on: what aid was on that day, then each change of it
turns as (
    select l.treaty, greatest(o.day, l.due_from) as day, o.event = 'aid_start' as is_on, l.ends,
           row_number() over (partition by l.treaty, o.day > l.due_from order by o.day desc) as latest,
           o.day > l.due_from as is_later
    from lives l join occurred o on o.treaty = l.treaty and o.day < l.ends
    where l.due_from < l.ends and o.event in ('aid_start', 'aid_stop')
),
held as (
    select treaty, day, is_on, ends from turns where is_later or latest = 1
    union all
    select l.treaty, l.due_from, false, l.ends from lives l
    where l.due_from < l.ends
      and not exists (from turns t where t.treaty = l.treaty and not t.is_later)
),
owed as (
    select treaty, case when is_on then 'suspended' else 'in_force' end as status, day,
           lead(day, 1, ends) over (partition by treaty order by day) as until
    from held
),
-- n2 begins with a trigger and stops with the withdrawal in time or with the last day; a trigger before that is nothing
triggered as (
    select l.treaty, l.ends, o.day, o.day + l.within as last, min(w.day) as withdrawn
    from lives l
    join occurred o on o.treaty = l.treaty and o.event = 'trigger' and o.day > l.entry and o.day < l.ends
    left join occurred w
      on w.treaty = l.treaty and w.event = 'withdraw' and w.day > o.day and w.day < o.day + l.within
    group by all
),
begun as (
    select treaty, ends,
           list_reduce(
               list({'day': day, 'stop': coalesce(withdrawn, last), 'kept': withdrawn is not null} order by day),
               lambda found, next: case when next.day < found[-1].stop then found else list_append(found, next) end,
               []
           ) as duties
    from triggered group by treaty, ends
),
duty as (
    select treaty, ends, d.day, least(d.stop, ends) as stop, d.kept,
           lead(d.day) over (partition by treaty order by d.day) as next
    from (select treaty, ends, unnest(duties) as d from begun)
),
last_duty as (
    select treaty, min(day) as first, arg_max(stop < ends, day) as is_over from duty group by treaty
),
rows as (
    select treaty, 'treaty' as norm, 'pending' as status, 0 as since, entry as until from lives
    union all select treaty, 'treaty', 'in_force', entry, ends from lives
    union all select treaty, norm, manner, ends, horizon from lives, (values ('treaty'), ('n1')) norms(norm)
    union all select treaty, 'n1', 'pending', 0, least(coalesce(due_from, ends), ends) from lives
    union all select treaty, 'n1', status, day, until from owed
    union all select treaty, 'n2', 'pending', 0, coalesce(first, ends) from lives left join last_duty using (treaty)
    union all select treaty, 'n2', 'in_force', day, stop from duty
    union all select treaty, 'n2', case when kept then 'fulfilled' else 'violated' end, stop, coalesce(next, horizon)
        from duty join lives using (treaty) where stop < duty.ends
    union all select treaty, 'n2', manner, ends, horizon
        from lives left join last_duty using (treaty) where not coalesce(is_over, false)
    union all select treaty, 'pa', 'in_force', a_may, ends from lives
    union all select treaty, 'pb', 'in_force', b_may, ends from lives
)
from rows where since < until;
