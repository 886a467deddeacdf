//! The schema itself refuses what must never be, past all services.

use ticket_pool::server::services::event;

use crate::harness::Town;

/// The database refuses this statement and stays as it was.
async fn refused(town: &Town, sql: &str) {
    let tables = ["users", "events", "requests", "request_tiers", "outbox"];
    let before = town.snapshot(&tables).await;
    assert!(town.force(sql).await.is_err(), "the database accepted: {sql}");
    assert_eq!(town.snapshot(&tables).await, before);
}

both! {
    async fn a_second_request_of_one_person_for_one_event_is_refused(town: Town) {
        let event = town.closed_match().await;
        let again = "INSERT INTO requests (event_id, user_id, note, since, reason, created_at, updated_at) \
                     SELECT event_id, user_id, note, since, reason, created_at, updated_at FROM requests";
        refused(&town, again).await;
        let (asha, bram) = (town.request(event, &town.asha).await.id, town.asha.person);
        refused(&town, &format!("UPDATE requests SET user_id = {bram} WHERE id <> {asha}")).await;
    }

    async fn numbers_below_zero_and_impossible_amounts_are_refused(town: Town) {
        let event = town.closed_match().await;
        let request = town.request(event, &town.asha).await.id;
        for amount in ["0", "-1", "1000001", "NULL", "4"] {
            refused(&town, &format!("INSERT INTO request_tiers (request_id, amount) VALUES ({request}, {amount})"))
                .await;
        }
        for change in [
            "UPDATE requests SET allocated = -1",
            "UPDATE requests SET told = -1",
            "UPDATE events SET tickets = -1",
            "UPDATE events SET request_limit = 0",
            "UPDATE events SET request_limit = -4",
            "UPDATE events SET revision = -1",
        ] {
            refused(&town, change).await;
        }
    }

    async fn words_that_are_not_on_their_list_are_refused(town: Town) {
        town.closed_match().await;
        for change in [
            "UPDATE users SET role = 'owner'",
            "UPDATE users SET role = 'Admin'",
            "UPDATE users SET role = ''",
            "UPDATE users SET status = 'banned'",
            "UPDATE events SET status = 'draft'",
            "UPDATE events SET shows_before = 'all'",
            "UPDATE events SET shows_after = 'none'",
            "UPDATE outbox SET status = 'lost'",
            "UPDATE users SET role = NULL",
        ] {
            refused(&town, change).await;
        }
    }

    /// The program's own list of kinds holds this rule.
    async fn a_message_of_a_kind_that_is_not_on_the_list_never_leaves(town: Town) {
        town.post().await;
        let number = town.closed_match().await;
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(town.count("outbox", "status = 'waiting'").await, 2);
        let hers = format!("UPDATE outbox SET kind = 'spam' WHERE event_id = {number} AND user_id = {}", town.asha.person);
        town.force(&hers).await.unwrap();
        let to: Vec<String> = town.post().await.into_iter().map(|letter| letter.to_address).collect();
        assert_eq!(to, ["bram@example.org"], "and it is in nobody's way");
        assert_eq!(town.count("outbox", "kind = 'spam' AND status = 'waiting' AND attempts = 0").await, 1);
        let mut dana = town.browser_of(&town.dana).await;
        assert!(dana.get("/admin/mail?show=waiting").await.text().contains("spam: Rovers v United"));
    }

    async fn an_address_stands_once_and_in_lower_case(town: Town) {
        for change in [
            "UPDATE users SET email = 'ASHA@example.org' WHERE name = 'Asha'",
            "UPDATE users SET email = 'bram@example.org' WHERE name = 'Asha'",
            "UPDATE users SET name = '' WHERE name = 'Asha'",
        ] {
            refused(&town, change).await;
        }
    }

    async fn an_event_closes_before_it_begins_and_is_finalized_at_some_time(town: Town) {
        town.closed_match().await;
        for change in [
            "UPDATE events SET closes_at = starts_at, starts_at = closes_at",
            "UPDATE events SET status = 'finalized'",
            "UPDATE events SET name = ''",
            "UPDATE events SET owner_id = 4711",
            "UPDATE events SET pool_id = 4711",
        ] {
            refused(&town, change).await;
        }
    }

    async fn a_message_is_written_once(town: Town) {
        town.finalized_match().await;
        let again = "INSERT INTO outbox (kind, dedupe_key, payload, status, created_at, due_at) \
                     SELECT kind, dedupe_key, payload, status, created_at, due_at FROM outbox";
        refused(&town, again).await;
        refused(&town, "UPDATE outbox SET dedupe_key = NULL").await;
    }

    async fn someone_who_asked_cannot_be_removed(town: Town) {
        town.closed_match().await;
        refused(&town, "DELETE FROM users WHERE name = 'Asha'").await;
        refused(&town, "DELETE FROM users WHERE name = 'Otto'").await;
    }
}
