//! No blast after much came at once: people from a spreadsheet, the original's database, a copy that was put back.

use std::{fmt::Write, path::Path};

use chrono::TimeDelta;
use ticket_pool::{
    domain::schedule::Zone,
    server::{
        config::DatabaseAt,
        db::Db,
        restore::restore,
        services::{draw, event, import, mail, person, remind::remind},
    },
};

use crate::harness::{Engine, Letter, Town, run};

const LEGACY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/legacy.db");

/// What leaves within so many hours in which nobody does anything.
async fn within(town: &Town, hours: i64) -> Vec<Letter> {
    let mut letters = town.post_due().await;
    for _ in 0..hours {
        town.wait(TimeDelta::hours(1));
        letters.extend(town.reminds().await);
    }
    letters
}

/// An event on which somebody would be reminded tomorrow, and a queue of those who are to be told of it today.
async fn about_to_write(town: &Town) {
    town.reminds().await;
    town.match_day().await;
    town.post().await;
    town.wait(TimeDelta::days(9) + TimeDelta::hours(7));
    remind(&town.site).await.unwrap();
    let number = town.match_day().await;
    event::invite(&town.site, &town.otto, number).await.unwrap();
    assert_eq!(town.count("outbox", "status = 'waiting'").await, 4);
}

both! {
    async fn a_spreadsheet_of_a_thousand_people_writes_to_nobody(town: Town) {
        town.reminds().await;
        town.match_day().await;
        town.post().await;
        let mut rows = String::from("name,email\n");
        for i in 0..1_000 {
            writeln!(rows, "Person {i},person{i}@example.org").unwrap();
        }
        let form = person::ImportForm { rows, ..person::ImportForm::default() };
        assert_eq!(person::save_import(&town.site, &town.dana, &form).await.unwrap().new, 1_000);
        assert_eq!(within(&town, 48).await, []);
    }

    async fn the_originals_database_writes_to_nobody(town: Town) {
        town.reminds().await;
        town.post().await;
        let report = import::run(&town.site, Path::new(LEGACY), Zone::parse("Europe/London").unwrap(), false).await.unwrap();
        assert!(report.people.new > 50 && report.events.new > 10, "{report}");
        draw::catch_up(&town.site).await.unwrap();
        assert_eq!(within(&town, 14 * 24).await, []);
    }

    /// As after `pg_restore`.
    async fn after_a_copy_was_put_back_by_other_means_nothing_leaves_that_is_held(town: Town) {
        about_to_write(&town).await;
        assert_eq!(mail::hold_all(&town.site).await.unwrap(), 4);
        town.wait(TimeDelta::hours(25));
        assert_eq!(town.reminds().await, []);
        assert_eq!(town.count("outbox", "status = 'failed' AND reason LIKE 'It waited when the copy was made%'").await, 4);
        assert_eq!(mail::hold_all(&town.site).await.unwrap(), 0);
    }
}

#[test]
fn a_copy_that_was_put_back_writes_to_nobody() {
    run(Engine::Sqlite, |town| {
        Box::pin(async move {
            about_to_write(&town).await;
            let folder = tempfile::tempdir().unwrap();
            let [copy, database] = ["copy.db", "tickets.db"].map(|name| folder.path().join(name));
            town.site.db.backup(&copy).await.unwrap();
            let restored = restore(&DatabaseAt::Sqlite(database.clone()), &copy, town.now()).await.unwrap();
            assert_eq!(restored.held_back, 4);
            let mut again = town.clone();
            again.site.db = Db::sqlite(&database).await.unwrap();
            // It starts again at a time at which reminders would have been due.
            again.wait(TimeDelta::hours(25));
            assert_eq!(again.reminds().await, []);
            again.site.db.close().await.unwrap();
        })
    });
}
