-- How old a batch is, told once when it is finished, for nothing comes after; null where it tells nothing or was never
-- finished. Without it the first search after a start would read every report there is.
alter table batch add column newest_report_at timestamptz;
update batch b set newest_report_at = greatest(d.newest, e.newest)
from (select id from batch where finished_at is not null) f
left join (select batch_id, max(reported_at) as newest from person_description group by batch_id) d on d.batch_id = f.id
left join (select batch_id, max(reported_at) as newest from custody_event group by batch_id) e on e.batch_id = f.id
where b.id = f.id;
