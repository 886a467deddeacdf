//! How emails go at the moment, why they failed, and that all of a reason are sent again by one button.

use chrono::TimeDelta;
use ticket_pool::server::services::allocation::Telling;

use super::texts;
use crate::harness::{Browser, Town};

/// Has the emails of a kind fail for a reason.
async fn fail(town: &Town, kind: &str, who: &str, reason: &str) {
    let sql = format!(
        "UPDATE outbox SET status = 'failed', reason = '{reason}' WHERE kind = '{kind}' \
         AND user_id = (SELECT id FROM users WHERE name = '{who}')"
    );
    assert!(town.force(&sql).await.unwrap() > 0, "{kind} {who}");
}

async fn again(dana: &mut Browser, reason: &str) -> String {
    dana.post("/api/mail/resend-all", &[("reason", reason)]).await.location().to_owned()
}

const AWAY: &str = "The mail service could not be reached.";

both! {
    async fn all_that_failed_for_a_reason_go_again_and_no_others(town: Town) {
        fail(&town, "welcome", "Otto", &format!("{AWAY} Given up after 8 tries.")).await;
        fail(&town, "welcome", "Olga", &format!("{AWAY} Given up after 2 tries.")).await;
        fail(&town, "welcome", "Asha", AWAY).await;
        fail(&town, "welcome", "Bram", "SES: MessageRejected: <b>no</b>").await;
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin/mail?show=failed").await;
        let lines = texts(&page, "section[aria-labelledby=reasons] li > span");
        assert_eq!(lines, ["3 emails: Couldn’t reach the email service.", "1 email: SES: MessageRejected: <b>no</b>"]);
        assert_eq!(dana.get("/admin/mail").await.count("#reasons"), 0, "only where failed ones are looked at");
        let labels = super::attributes(&page, "section[aria-labelledby=reasons] button", "aria-label");
        assert_eq!(labels[0], "Resend all: Couldn’t reach the email service.");
        assert_eq!(again(&mut dana, AWAY).await, "/admin/mail");
        assert!(dana.get("/admin/mail").await.text().contains("the emails are printed where the program runs, not sent."));
        assert_eq!(town.count("outbox", "status = 'failed'").await, 1);
        assert_eq!(town.count("outbox", "status = 'waiting' AND attempts = 0").await, 3);
        assert_eq!(town.count("audit_log", "action = 'mail.resend'").await, 1);
        // Pressed again later, there is nothing to do, and it is said. (At once it is taken for the same press.)
        assert_eq!(again(&mut dana, AWAY).await, "/admin/mail");
        town.wait(TimeDelta::minutes(2));
        assert!(again(&mut dana, AWAY).await.starts_with("/admin/mail?draft="));
        for other in ["", "SES", "SES: MessageRejected: %", "_", "x".repeat(5_000).as_str()] {
            assert!(again(&mut dana, other).await.starts_with("/admin/mail?draft="), "{other:.20}");
        }
        assert_eq!(town.count("outbox", "status = 'failed'").await, 1);
    }

    async fn what_is_true_no_more_stays_where_it_is(town: Town) {
        let number = town.finalized_match().await;
        fail(&town, "result", "Asha", AWAY).await;
        fail(&town, "welcome", "Bram", AWAY).await;
        // The event is decided anew: what Asha was to be told is no longer so.
        ticket_pool::server::services::event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.give(number, &[(&town.asha, Some(4)), (&town.bram, Some(1))]).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        assert_eq!(again(&mut dana, AWAY).await, "/admin/mail");
        assert_eq!(town.count("outbox", "status = 'failed' AND kind = 'result'").await, 1);
        assert_eq!(town.count("outbox", "status = 'waiting' AND kind = 'welcome'").await, 1);
        town.wait(TimeDelta::minutes(2));
        let answer = again(&mut dana, AWAY).await;
        assert!(dana.get(&answer).await.count(".banner.bad") == 1, "{answer}");
    }

    async fn the_oldest_email_that_waits_is_told_by_when_it_was_written(town: Town) {
        town.force("DELETE FROM outbox").await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        assert!(!dana.get("/admin/mail").await.text().contains("waiting. "));
        town.newcomer("Nia").await;
        town.wait(TimeDelta::minutes(25));
        town.newcomer("Noor").await;
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin/mail").await.text();
        assert!(page.contains("2 emails are waiting. The oldest was written 25 minutes ago."), "{page}");
        town.post().await;
        assert!(!dana.get("/admin/mail").await.text().contains("emails are waiting."));
    }

    async fn what_is_to_leave_later_does_not_wait_yet(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        town.post().await;
        assert_eq!(town.count("outbox", "status = 'waiting' AND kind = 'offer-soon'").await, 1);
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin/mail").await.text();
        assert!(!page.contains("waiting. "), "{page}");
        town.newcomer("Nia").await;
        let page = dana.get("/admin/mail").await.text();
        assert!(page.contains("1 email is waiting. It was written "), "{page}");
    }
}
