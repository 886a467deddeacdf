//! Seasons of any size, and what they come to: counted here by hand from the rows, by none of the program's code.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{DbBackend, QueryResult, Statement};
use ticket_pool::server::{db::ConnectionTrait, services::recount};

use crate::harness::Town;

/// Puts so many people and finalized events into the season "General"; about one in `rare` people asks for each event.
pub async fn make_up(town: &Town, people: u32, events: u32, rare: u32) {
    let numbers =
        |count: u32| format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})");
    let now = "'2026-11-22 12:00:00+00:00'";
    let otto = town.otto.person;
    let day = |column: &str| {
        format!(
            "'2025-' || substr('0' || (1 + {column} / 28 % 12), -2) || '-' || substr('0' || (1 + {column} % 28), -2) || ' 12:00:00+00:00'"
        )
    };
    let day = match town.site.db.backend() {
        DbBackend::Postgres => "TIMESTAMPTZ '2025-01-01 12:00:00+00:00' + n.i * INTERVAL '1 day'".to_owned(),
        _ => day("n.i"),
    };
    let mut steps = Vec::new();
    if people > 0 {
        steps.push(format!(
            "{} INSERT INTO users (public_id, name, email, role, status, version, created_at) \
             SELECT {}, 'Made ' || i, 'made' || i || '@example.org', 'member', 'active', 0, {now} FROM n",
            numbers(people),
            public_id("i")
        ));
    }
    if events > 0 {
        steps.push(format!(
            "{} INSERT INTO events (public_id, pool_id, owner_id, name, starts_at, zone, tickets, request_limit, notes, \
             shows_before, shows_after, status, winners_line, created_at, finalized_at, revision) \
             SELECT {id}, 1, {otto}, 'Game ' || n.i, {day}, 'Europe/London', 5 + n.i * 31 % 90, 8, '', 'numbers', \
             'names', 'finalized', '', {now}, {now}, 1 FROM n",
            numbers(events),
            id = public_id("n.i")
        ));
    }
    let gets = "CASE WHEN (u.id * 3 + e.id) % 4 = 0 THEN 1 + u.id % 4 WHEN (u.id + e.id) % 5 = 0 THEN 1 ELSE 0 END";
    steps.push(format!(
        "INSERT INTO requests (event_id, user_id, note, since, reason, created_at, updated_at, told_at, told, allocated) \
         SELECT e.id, u.id, '', {now}, '', {now}, {now}, {now}, {gets}, {gets} FROM events e, users u \
         WHERE e.public_id LIKE 'made%' AND u.public_id LIKE 'made%' AND (u.id * 7919 + e.id * 104729) % {rare} = 0"
    ));
    steps.push("INSERT INTO request_tiers (request_id, amount) SELECT id, 1 + user_id % 4 FROM requests".to_owned());
    steps.push(
        "INSERT INTO request_tiers (request_id, amount) SELECT id, 1 FROM requests WHERE (user_id + event_id) % 5 = 0 OR \
         id % 3 = 0 ON CONFLICT DO NOTHING"
            .to_owned(),
    );
    for sql in steps {
        town.force(&sql).await.unwrap_or_else(|error| panic!("{error}: {sql:.400}"));
    }
    recount::run(&town.site).await.unwrap();
}

/// As long as ids are: PostgreSQL fills shorter ones with blanks.
fn public_id(number: &str) -> String {
    let zeros = "0".repeat(28);
    format!("'made' || substr('{zeros}', 1, 28 - length(CAST({number} AS TEXT))) || {number}")
}

/// What one person comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Came {
    pub asked: u64,
    pub got: u64,
    pub balance: i64,
    pub losses: u64,
}

/// What a season comes to.
#[derive(Debug, Default)]
pub struct Counted {
    /// By name.
    pub people: BTreeMap<String, Came>,
    /// After each event: how many people, and the balances of one in ten from below, of the middle, of one in ten from above.
    pub spreads: Vec<(String, usize, [i64; 3])>,
    /// By the largest number and whether there is a smaller one: requests, and how many of them got something.
    pub kinds: BTreeMap<(u64, bool), (u64, u64)>,
}

/// One request.
struct Row {
    event: String,
    tickets: i64,
    person: String,
    told: i64,
    least: i64,
    most: i64,
    /// The largest number there was.
    fits: i64,
}

/// Every request, by event and person.
async fn rows(town: &Town) -> Vec<Row> {
    let amount = |of: &str, more: &str| {
        format!(
            "CAST((SELECT COALESCE({of}(t.amount), 0) FROM request_tiers t WHERE t.request_id = r.id {more}) AS bigint)"
        )
    };
    let sql = format!(
        "SELECT e.name, CAST(e.tickets AS bigint), u.name, CAST(r.told AS bigint), {}, {}, {} \
         FROM requests r JOIN events e ON e.id = r.event_id JOIN users u ON u.id = r.user_id \
         WHERE e.public_id LIKE 'made%' ORDER BY e.starts_at, e.id, u.id",
        amount("MIN", ""),
        amount("MAX", ""),
        amount("MAX", "AND t.amount <= e.tickets"),
    );
    let statement = Statement::from_string(town.site.db.backend(), sql);
    let rows = town.site.db.read().query_all_raw(statement).await.unwrap();
    let row = |row: &QueryResult| {
        let number = |place| row.try_get_by_index::<i64>(place).unwrap();
        let text = |place| row.try_get_by_index::<String>(place).unwrap();
        let (event, person) = (text(0), text(2));
        Row { event, tickets: number(1), person, told: number(3), least: number(4), most: number(5), fits: number(6) }
    };
    rows.iter().map(row).collect()
}

/// Counts the rows.
pub async fn count(town: &Town) -> Counted {
    let rows = rows(town).await;
    let (mut counted, mut before) = (Counted::default(), BTreeSet::new());
    for event in rows.chunk_by(|one, next| one.event == next.event) {
        let tickets = event[0].tickets;
        let met: BTreeSet<String> =
            event.iter().filter(|row| row.least <= tickets).map(|row| row.person.clone()).collect();
        let short = event.iter().map(|row| row.fits).sum::<i64>() > tickets;
        let part: BTreeSet<String> = met.union(&before).cloned().collect();
        let out: i64 = event.iter().map(|row| row.told).sum();
        let share = out * 1_000 / i64::try_from(part.len().max(1)).unwrap();
        for person in part.iter().filter(|_| short) {
            counted.people.entry(person.clone()).or_default().balance += share;
        }
        for row in event {
            let (told, name) = (row.told, row.person.clone());
            let came = counted.people.entry(name.clone()).or_default();
            if short {
                came.balance -= told * 1_000;
            }
            if met.contains(&name) {
                came.asked += 1;
                came.got += u64::from(told > 0);
                if short {
                    came.losses = if told > 0 { 0 } else { came.losses + 1 };
                    let most = row.most;
                    let kind = (u64::try_from(most).unwrap(), most != row.least);
                    let (asked, got) = counted.kinds.entry(kind).or_default();
                    *asked += 1;
                    *got += u64::from(told > 0);
                }
            }
        }
        let mut balances: Vec<i64> =
            counted.people.values().filter(|came| came.asked > 0).map(|came| came.balance).collect();
        balances.sort_unstable();
        if let Some(last) = balances.len().checked_sub(1) {
            let spread = [balances[last / 10], balances[last / 2], balances[last - last / 10]];
            counted.spreads.push((event[0].event.clone(), balances.len(), spread));
        }
        before = met;
    }
    counted.people.retain(|_, came| came.asked > 0);
    counted
}

/// "2.2 behind", as pages say it of thousandths of a ticket: the nearest tenth.
pub fn in_words(behind: i64) -> String {
    let tenths = (behind.abs() + 50) / 100;
    let by = format!("{}.{}", tenths / 10, tenths % 10);
    match (tenths, behind > 0) {
        (0, _) => "even".to_owned(),
        (_, true) => format!("{by} behind"),
        (_, false) => format!("{by} ahead"),
    }
}
