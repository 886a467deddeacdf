//! No page sends more than five statements (that of an event two, and one more where names are seen), and none more for more
//! rows.

use std::fmt::Write;

use crate::{
    harness::Town,
    site_map::{Numbers, Place, found, places},
};

const MOST: u64 = 5;

/// Brings everything to `count` rows: people, their requests for every event, events, messages, co-organizers.
async fn fill(town: &Town, count: u32) {
    let numbers = format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})");
    let now = "'2026-11-22 12:00:00+00:00'";
    for sql in [
        format!(
            "{numbers} INSERT INTO users (public_id, name, email, role, status, version, created_at) \
             SELECT 'many' || i, 'Many ' || i, 'many' || i || '@example.org', 'organizer', 'active', 0, {now} FROM n \
             WHERE i > 0 ON CONFLICT DO NOTHING"
        ),
        format!(
            "{numbers} INSERT INTO events (public_id, pool_id, owner_id, name, starts_at, zone, tickets, \
             request_limit, notes, shows_before, shows_after, status, winners_line, created_at, deleted_at) \
             SELECT 'many' || n.i, 1, e.owner_id, 'Many ' || n.i, e.starts_at, e.zone, e.tickets, e.request_limit, \
             e.notes, e.shows_before, e.shows_after, 'open', '', e.created_at, e.deleted_at FROM n, events e \
             WHERE e.id IN (SELECT MIN(id) FROM events UNION \
             SELECT MAX(id) FROM events WHERE deleted_at IS NOT NULL AND public_id NOT LIKE 'many%') \
             AND (e.deleted_at IS NULL) = (n.i % 2 = 0) ON CONFLICT DO NOTHING"
        ),
        format!(
            "INSERT INTO requests (event_id, user_id, note, since, reason, created_at, updated_at, allocated, told) \
             SELECT e.id, u.id, 'note', {now}, '', {now}, {now}, CASE e.status WHEN 'finalized' THEN 0 END, \
             CASE e.status WHEN 'finalized' THEN 0 END FROM events e, users u \
             WHERE u.email LIKE 'many%' AND e.public_id NOT LIKE 'many%' ON CONFLICT DO NOTHING"
        ),
        "INSERT INTO request_tiers (request_id, amount) SELECT id, 2 FROM requests WHERE id > 0 ON CONFLICT DO NOTHING"
            .to_owned(),
        format!(
            "INSERT INTO event_organizers (event_id, user_id, created_at) SELECT e.id, u.id, {now} \
             FROM events e, users u WHERE u.email LIKE 'many%' AND e.public_id NOT LIKE 'many%' ON CONFLICT DO NOTHING"
        ),
        format!(
            "INSERT INTO outbox (kind, dedupe_key, user_id, event_id, payload, status, created_at, due_at) \
             SELECT 'result', 'many:' || u.id || ':' || e.id, u.id, e.id, '{{}}', 'failed', {now}, {now} \
             FROM events e, users u WHERE u.email LIKE 'many%' AND e.status = 'finalized' ON CONFLICT DO NOTHING"
        ),
    ] {
        town.force(&sql).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
    }
    for table in ["users", "events", "requests", "outbox"] {
        assert!(town.count(table, "1 = 1").await >= i64::from(count), "{table}");
    }
}

/// How many statements a page may take: who is signed in is one of them. What an event shows to those who run it are its
/// requests, and what was sent about it.
fn most_at(place: &Place) -> u64 {
    match place.route {
        "/" => 2,
        "/events/{number}" | "/events/{number}/request" => 4,
        _ => MOST,
    }
}

/// How many statements each page takes, and how many it may: for Dana, to whom all are open, and for Asha. Coming back with what
/// was typed takes one more.
async fn counts(town: &Town, numbers: Numbers) -> Vec<(String, u64, u64)> {
    let mut counts = Vec::new();
    for who in [&town.dana, &town.asha] {
        let mut browser = town.browser_of(who).await;
        for place in places(numbers) {
            // Also as the page to which a refused form comes back.
            for (draft, most) in
                [(String::new(), most_at(&place)), (format!("?draft={}", "0".repeat(32)), most_at(&place) + 1)]
            {
                let path = format!("{}{draft:.12}", place.path);
                let before = town.site.db.statements();
                let page = browser.get(&format!("{}{draft}", place.path)).await;
                let sent = town.site.db.statements() - before;
                counts.push((format!("{} at {path} ({})", who.name, page.status), sent, most));
            }
        }
    }
    counts
}

both! {
    async fn no_page_sends_more_statements_than_it_needs_whatever_the_number_of_rows(town: Town) {
        let numbers = found(&town).await;
        fill(&town, 3).await;
        let few = counts(&town, numbers).await;
        fill(&town, 300).await;
        let many = counts(&town, numbers).await;
        let (mut table, mut wrong) = (String::new(), String::new());
        for ((page, few, most), (_, many, _)) in few.iter().zip(&many) {
            writeln!(table, "{few:>3} {many:>3}  {page}").unwrap();
            if few != many || many > most {
                writeln!(wrong, "{few:>3} {many:>3} of {most}  {page}").unwrap();
            }
        }
        println!("statements with 3 and with 300 rows:\n{table}");
        assert!(wrong.is_empty(), "too many, or more with more rows:\n{wrong}");
        assert!(few.iter().any(|(_, sent, _)| *sent > 3), "the counter counts");
    }
}
