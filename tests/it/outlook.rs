//! Emails of an event: how long they will take, which failed, and what those who run the event do about these.

use chrono::TimeDelta;
use ticket_pool::{
    domain::ids::EventId,
    server::{
        mail::{Account, Health},
        services::{allocation::Telling, event},
    },
};

use crate::harness::{Browser, Town};

/// The buttons beside an email that failed.
const AGAIN: &str = "button[formaction='/api/mail/resend']";
const TOLD: &str = "button[formaction='/api/mail/told']";

/// A town that sends its mail through SES, of which the worker heard this last.
fn heard(town: &Town, health: Option<Health>) -> Town {
    let mail = [("MAIL_ENABLED", "true"), ("MAIL_FROM", "tickets@example.org"), ("AWS_REGION", "eu-west-2")];
    let keys = [("AWS_ACCESS_KEY_ID", "AKIAFORTYTWO"), ("AWS_SECRET_ACCESS_KEY", "never-shown-anywhere")];
    let town = town.with_settings(&[&mail[..], &keys].concat());
    town.site.mail_health.send_replace(health.map(|health| (town.now(), health)));
    town
}

/// What the service says where it says something.
fn tells(account: Account) -> Health {
    Health { down: !account.sending, account: Some(account) }
}

async fn text(browser: &mut Browser, path: &str) -> String {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, 200, "{path}");
    answer.text()
}

/// Otto's event with a result for Asha that failed; its number, and the message's.
async fn with_a_failure(town: &Town) -> (EventId, String) {
    let event = town.finalized_match().await;
    town.force("UPDATE outbox SET status = 'sent' WHERE event_id IS NOT NULL").await.unwrap();
    let fails = format!(
        "UPDATE outbox SET status = 'failed', reason = 'No such mailbox.' WHERE event_id = {event} AND kind = 'result' AND user_id = {}",
        town.asha.person
    );
    town.force(&fails).await.unwrap();
    let message = town.rows("SELECT id FROM outbox WHERE status = 'failed'").await[0]["id"].to_string();
    (event, message)
}

both! {
    async fn before_finalizing_it_is_said_how_long_the_mails_take_and_what_is_in_their_way(town: Town) {
        let event = town.closed_match().await;
        town.give(event, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        let review = format!("/events/{event}/review");
        let usual = Account { sending: true, sandbox: false, a_second: 14.0, a_day: 50_000, sent: 120 };
        let printed = text(&mut town.browser_of(&town.otto).await, &review).await;
        assert!(printed.contains("Email is turned off. Messages are printed in the server log instead."), "{printed}");
        for (health, said) in [
            (tells(usual.clone()), "2 emails in about a second or more, at 9 per second."),
            (tells(Account { a_second: 0.5, ..usual.clone() }), "2 emails in about 7 seconds or more, at 0.3 per second."),
            (tells(Account { a_day: 200, sent: 199, ..usual.clone() }), "Amazon SES allows 200 emails per 24 hours. 199 have gone out, so 1 more can be sent now."),
            (tells(Account { sandbox: true, ..usual.clone() }), "only verified addresses receive email."),
            (tells(Account { sending: false, ..usual.clone() }), "Amazon SES has paused sending."),
            (Health { down: true, account: None }, "Amazon SES isn’t responding. We’ll keep trying for several hours."),
        ] {
            let town = heard(&town, Some(health));
            let page = text(&mut town.browser_of(&town.otto).await, &review).await;
            assert!(page.contains(said), "{said}: {page}");
        }
        for unknown in [None, Some(Health::default()), Some(tells(Account { a_second: 0.0, a_day: 0, sent: 0, ..usual }))] {
            let town = heard(&town, unknown);
            let page = text(&mut town.browser_of(&town.otto).await, &review).await;
            assert!(!page.contains("Amazon SES") && !page.contains("or more, at"), "{page}");
        }
        heard(&town, None);
    }

    async fn while_mails_wait_their_event_says_how_long_and_then_no_more(town: Town) {
        let event = town.closed_match().await;
        town.give(event, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        town.finalize(event, Telling::Changed).await.unwrap();
        let slow = Account { sending: true, sandbox: false, a_second: 0.01, a_day: 50_000, sent: 120 };
        let town = heard(&town, Some(tells(slow)));
        let mut otto = town.browser_of(&town.otto).await;
        let page = format!("/events/{event}");
        let waiting = text(&mut otto, &page).await;
        assert!(waiting.contains("2 emails in about 6 minutes or more"), "{waiting}");
        town.force("UPDATE outbox SET due_at = '2036-01-01 00:00:00+00:00' WHERE event_id IS NOT NULL").await.unwrap();
        let later = text(&mut otto, &page).await;
        assert!(!later.contains("or more, at") && later.contains("2 emails couldn’t be sent right away and are being retried automatically."), "{later}");
        town.force("UPDATE outbox SET status = 'sent'").await.unwrap();
        let done = text(&mut otto, &page).await;
        assert!(!done.contains("or more, at"), "{done}");
        heard(&town, None);
    }

    async fn who_runs_an_event_has_a_failed_mail_sent_again(town: Town) {
        let (event, message) = with_a_failure(&town).await;
        let (page, number) = (format!("/events/{event}"), event.to_string());
        let mut otto = town.browser_of(&town.otto).await;
        let failed = otto.get(&page).await;
        assert_eq!(failed.count("form.settle button"), 2);
        assert!(failed.text().contains("Result: No such mailbox."), "{}", failed.text());
        let again = [("message", &*message), ("event", &*number)];
        let answer = otto.post("/api/mail/resend", &again).await;
        assert_eq!(answer.location(), page);
        assert!(text(&mut otto, &page).await.contains("Email is off: the email is printed where the program runs, not sent."));
        assert_eq!(town.rows(&format!("SELECT status FROM outbox WHERE id = {message}")).await[0]["status"], "waiting");
        // A second time, later, from a page that is still open: it is said there.
        town.wait(TimeDelta::minutes(1));
        let answer = otto.post("/api/mail/resend", &again).await;
        let refused = text(&mut otto, answer.location()).await;
        assert!(refused.contains("This email didn’t fail, or someone already took care of it."), "{refused}");
        town.post().await;
        assert_eq!(town.rows(&format!("SELECT status FROM outbox WHERE id = {message}")).await[0]["status"], "sent");
        assert_eq!(town.count("audit_log", &format!("action = 'mail.resend' AND event_id = {event}")).await, 1);
    }

    async fn or_notes_that_they_were_told_in_person(town: Town) {
        let (event, message) = with_a_failure(&town).await;
        let (page, number) = (format!("/events/{event}"), event.to_string());
        let (mut otto, mut dana) = (town.browser_of(&town.otto).await, town.browser_of(&town.dana).await);
        assert_eq!(dana.get("/admin/mail").await.count("form.settle button"), 2);
        let answer = otto.post("/api/mail/told", &[("message", &*message), ("event", &*number)]).await;
        assert_eq!(answer.location(), page);
        let answer = otto.get(&page).await;
        assert_eq!(answer.count("form.settle button"), 0);
        let told = answer.text();
        assert!(told.contains("Noted: you told them in person.") && told.contains("Result: Told in person."), "{told}");
        town.post().await;
        let row = &town.rows(&format!("SELECT status, reason FROM outbox WHERE id = {message}")).await[0];
        assert_eq!((&row["status"], &row["reason"]), (&"skipped".into(), &"Told in person.".into()));
        assert_eq!(town.count("audit_log", &format!("action = 'mail.told' AND event_id = {event}")).await, 1);
        // The queue of the admins says the same, and offers nothing more.
        let queue = dana.get("/admin/mail").await;
        assert_eq!(queue.count("form.settle button"), 0);
        assert!(queue.text().contains("Told in person"), "{}", queue.text());
    }

    async fn what_is_no_longer_true_is_not_sent_again(town: Town) {
        let (event, message) = with_a_failure(&town).await;
        let (page, number) = (format!("/events/{event}"), event.to_string());
        let again = [("message", &*message), ("event", &*number)];
        let mut otto = town.browser_of(&town.otto).await;
        let refused = async |otto: &mut Browser| {
            let answer = otto.post("/api/mail/resend", &again).await;
            let said = text(otto, answer.location()).await;
            assert!(said.contains("This email is out of date, so it won’t be sent again."), "{said}");
        };
        // Reopened: nobody has a result.
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        let reopened = otto.get(&page).await;
        assert_eq!((reopened.count(AGAIN), reopened.count(TOLD)), (0, 1));
        refused(&mut otto).await;
        // Finalized with another number: they were written to since, which is what the page tells of.
        town.give(event, &[(&town.asha, Some(4)), (&town.bram, Some(1))]).await.unwrap();
        town.finalize(event, Telling::Changed).await.unwrap();
        let anew = otto.get(&page).await;
        assert_eq!(anew.count("form.settle button"), 0);
        assert!(!anew.text().contains("No such mailbox."), "{}", anew.text());
        refused(&mut otto).await;
        assert_eq!(town.rows(&format!("SELECT status FROM outbox WHERE id = {message}")).await[0]["status"], "failed");
    }

    async fn of_an_event_canceled_before_any_result_its_organizers_see_who_was_not_told(town: Town) {
        let event = town.closed_match().await;
        event::cancel(&town.site, &town.otto, event).await.unwrap();
        let fails = format!("UPDATE outbox SET status = 'failed', reason = 'No such mailbox.' WHERE event_id = {event} AND kind = 'cancelled'");
        town.force(&fails).await.unwrap();
        let (page, number) = (format!("/events/{event}"), event.to_string());
        let mut otto = town.browser_of(&town.otto).await;
        let failed = otto.get(&page).await;
        assert_eq!(failed.count(AGAIN), 2);
        assert!(failed.text().contains("Event canceled: No such mailbox."), "{}", failed.text());
        let first = town.rows("SELECT id FROM outbox WHERE status = 'failed' ORDER BY id LIMIT 1").await[0]["id"].to_string();
        let again = [("message", &*first), ("event", &*number)];
        otto.post("/api/mail/resend", &again).await;
        assert_eq!(town.rows(&format!("SELECT status FROM outbox WHERE id = {first}")).await[0]["status"], "waiting");
        // No longer canceled: the other is not true anymore.
        event::uncancel(&town.site, &town.otto, event).await.unwrap();
        assert_eq!(otto.get(&page).await.count(AGAIN), 0);
    }
}
