//! Something is wrong with the site: its admins are told once per cause and day, and when it is over.

mod disk;

use std::fs::File;

use chrono::TimeDelta;
use ticket_pool::{
    domain::{alarm::Cause, person::Role},
    server::{
        mail::{Begun, Class, Transport, TransportError},
        services::{alarm, person},
        worker,
    },
};

use crate::harness::{Letter, Town, person_form};

/// Looks what is wrong, and returns the alarms that left, without what else waited.
async fn looked(town: &Town) -> Vec<Letter> {
    alarm::watch(&town.site).await.unwrap();
    let alarms = town.rows("SELECT id FROM outbox WHERE kind = 'alarm' AND status = 'waiting'").await.len();
    let waiting = "UPDATE outbox SET due_at = '2036-01-01 00:00:00+00:00' WHERE status = 'waiting' AND kind <> 'alarm'";
    let due = "UPDATE outbox SET due_at = created_at WHERE status = 'waiting'";
    town.force(waiting).await.unwrap();
    let letters = town.post().await;
    town.force(due).await.unwrap();
    assert_eq!(letters.len(), alarms);
    letters
}

fn causes(town: &Town) -> Vec<(Cause, u64)> {
    town.site.observed.alarms.borrow().iter().map(|alarm| (alarm.cause, alarm.number)).collect()
}

/// Has the emails to newcomers refused, however long they waited.
async fn fail(town: &Town) {
    let held = "UPDATE outbox SET due_at = '2026-11-22 06:00:00+00:00'";
    town.force(&format!("{held} WHERE kind = 'welcome' AND status = 'waiting'")).await.unwrap();
    worker::deliver_due(&town.site, &Refuses).await.unwrap();
}

/// A mail server that knows nobody.
struct Refuses;

impl Transport for Refuses {
    async fn begin(&self, _: &Letter) -> Result<Begun<'_>, TransportError> {
        Err(TransportError { class: Class::Permanent, reason: "no such mailbox".into() })
    }
}

/// A second admin.
async fn fay(town: &Town) {
    person::add(&town.site, &town.dana, &person_form("Fay", Role::Admin)).await.unwrap();
}

/// A town in which nothing waits and nothing is wrong.
async fn quiet(town: &Town) {
    town.post().await;
    assert!(looked(town).await.is_empty());
    assert!(causes(town).is_empty());
}

both! {
    async fn emails_that_wait_for_more_than_15_minutes_are_told_once_a_day_and_when_it_is_over(town: Town) {
        fay(&town).await;
        quiet(&town).await;
        town.newcomer("Nia").await;
        town.wait(TimeDelta::minutes(15));
        assert!(looked(&town).await.is_empty());
        town.wait(TimeDelta::seconds(61));
        let letters = looked(&town).await;
        let to: Vec<_> = letters.iter().map(|letter| letter.to_address.as_str()).collect();
        assert_eq!(to, ["dana@example.org", "fay@example.org"], "each admin, and nobody else");
        assert_eq!(letters[0].subject, "Ticket Pool needs an admin");
        assert!(letters[0].text.contains("Emails have been waiting to go out for 16 minutes."), "{}", letters[0].text);
        assert!(letters[0].text.contains("http://localhost:5000/admin/mail"), "{}", letters[0].text);
        for _ in 0..3 {
            town.wait(TimeDelta::minutes(60));
            assert!(looked(&town).await.is_empty(), "once a day");
        }
        assert_eq!(causes(&town), [(Cause::Queue, 196)]);
        town.wait(TimeDelta::hours(12));
        assert_eq!(looked(&town).await.len(), 2, "and once the next day");
        town.post().await;
        let letters = looked(&town).await;
        assert_eq!((letters.len(), letters[0].subject.as_str()), (2, "Ticket Pool: all clear"));
        assert!(letters[0].text.contains("Emails go out again."), "{}", letters[0].text);
        quiet(&town).await;
    }

    async fn three_emails_that_fail_within_an_hour_are_told(town: Town) {
        town.force("DELETE FROM outbox").await.unwrap();
        for name in ["Nia", "Noor", "Nils"] {
            assert!(looked(&town).await.is_empty());
            town.newcomer(name).await;
            fail(&town).await;
        }
        let letters = looked(&town).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].text.contains("3 emails failed within the past hour."), "{}", letters[0].text);
        town.wait(TimeDelta::minutes(61));
        assert!(looked(&town).await[0].text.contains("No more than a few emails failed"));
    }

    async fn a_backup_that_is_too_old_is_told(town: Town) {
        let folder = tempfile::tempdir().unwrap();
        let town = town.with_settings(&[("BACKUP_DIR", folder.path().to_str().unwrap())]);
        town.post().await;
        assert!(looked(&town).await[0].text.contains("There’s no backup of the database."));
        let copy = File::create(folder.path().join("tickets-2026-11-22.db")).unwrap();
        copy.set_modified(town.now().into()).unwrap();
        assert!(looked(&town).await[0].text.contains("There’s a recent backup again."));
        town.wait(TimeDelta::hours(27));
        let letters = looked(&town).await;
        assert!(letters[0].text.contains("The last backup was made 27 hours ago."), "{}", letters[0].text);
        assert!(letters[0].text.contains("/admin/settings"));
    }

    async fn an_admin_whom_emails_do_not_reach_is_told_to_the_others(town: Town) {
        fay(&town).await;
        quiet(&town).await;
        let failing = "UPDATE users SET failing_since = created_at, failing_why = 'bounced' WHERE name";
        town.force(&format!("{failing} = 'Asha'")).await.unwrap();
        assert!(looked(&town).await.is_empty(), "a member is no admin");
        town.force(&format!("{failing} = 'Fay'")).await.unwrap();
        let letters = looked(&town).await;
        assert!(letters.iter().any(|letter| letter.to_address == "dana@example.org"));
        assert!(letters[0].text.contains("Emails don’t reach 1 of the admins."), "{}", letters[0].text);
    }

    /// Where emails do not leave, whoever comes by sees it, and so does a program that asks.
    async fn what_is_wrong_stands_on_every_page_of_an_admin_and_in_the_readiness(town: Town) {
        quiet(&town).await;
        let (mut dana, mut asha) = (town.browser_of(&town.dana).await, town.browser_of(&town.asha).await);
        let banner = "Emails have been waiting to go out for 20 minutes.";
        assert_eq!(dana.get("/readyz").await.body, "ready\n");
        town.newcomer("Nia").await;
        town.wait(TimeDelta::minutes(20));
        alarm::watch(&town.site).await.unwrap();
        for page in ["/", "/admin", "/account"] {
            let page = dana.get(page).await;
            assert!(page.text().contains(banner) && page.count(".banner.bad a[href='/admin/mail']") == 1, "{}", page.text());
            assert!(!asha.get("/").await.text().contains(banner));
        }
        let ready = town.browser().get("/readyz").await;
        assert_eq!((ready.status.as_u16(), ready.body.as_str()), (200, "ready\nneeds an admin: queue 20\n"));
        town.post().await;
        alarm::watch(&town.site).await.unwrap();
        assert!(!dana.get("/").await.text().contains("waiting to go out"));
        assert_eq!(town.browser().get("/readyz").await.body, "ready\n");
    }

    async fn whoever_wants_no_alarms_gets_none_and_sees_them_still(town: Town) {
        quiet(&town).await;
        let mut dana = town.browser_of(&town.dana).await;
        assert!(dana.get("/admin/settings").await.text().contains("You get an email when something’s wrong"));
        assert_eq!(dana.post("/api/mail/alarms", &[("on", "off")]).await.location(), "/admin/settings");
        assert!(dana.get("/admin/settings").await.text().contains("You don’t get an email when something’s wrong"));
        town.newcomer("Nia").await;
        town.wait(TimeDelta::minutes(20));
        assert!(looked(&town).await.is_empty());
        assert!(dana.get("/").await.text().contains("Emails have been waiting"));
        dana.post("/api/mail/alarms", &[("on", "on")]).await;
        town.wait(TimeDelta::days(1));
        assert_eq!(looked(&town).await.len(), 1);
    }

    async fn of_eight_instances_one_tells(town: Town) {
        quiet(&town).await;
        town.newcomer("Nia").await;
        town.wait(TimeDelta::minutes(20));
        let all: Vec<_> = (0..8).map(|_| {
            let site = town.site.clone();
            tokio::spawn(async move { alarm::watch(&site).await.unwrap() })
        }).collect();
        for one in all {
            one.await.unwrap();
        }
        assert_eq!(town.count("outbox", "kind = 'alarm'").await, 1);
    }
}
