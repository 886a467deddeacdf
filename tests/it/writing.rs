//! Many who write at once: each alone in what they do, all durable together; several programs on one database.

use std::{
    fs,
    path::{Path, PathBuf},
    pin::Pin,
    time::Duration,
};

use axum::http::StatusCode;
use sea_orm::{DbBackend, Statement};
use ticket_pool::{
    domain::person::Role,
    server::{
        config::DatabaseAt,
        db::{ConnectionTrait, Db},
        only_one,
        services::person,
        worker::try_to_write,
    },
};
use tokio::{
    sync::mpsc,
    time::{sleep, timeout},
};

use crate::harness::{Answer, Copy, Engine, Town, cluster, person_form, run};

async fn write(db: &Db, name: String, stays: bool) -> bool {
    let tx = db.write_tx().await.unwrap();
    let sql = format!("INSERT INTO counters (name, day, count) VALUES ('{name}', '2026-11-22', 1)");
    tx.execute_unprepared(&sql).await.unwrap();
    stays && tx.commit().await.is_ok()
}

both! {
    async fn of_many_at_once_each_stays_or_leaves_no_trace(town: Town) {
        let writers: Vec<_> = (0..200)
            .map(|i| {
                let db = town.site.db.clone();
                tokio::spawn(async move { write(&db, format!("writer-{i}"), i % 3 != 0).await })
            })
            .collect();
        for (i, writer) in writers.into_iter().enumerate() {
            assert_eq!(writer.await.unwrap(), i % 3 != 0, "{i}");
        }
        assert_eq!(town.count("counters", "name LIKE 'writer-%'").await, 133);
    }

    async fn whoever_gives_up_half_way_holds_nobody_up(town: Town) {
        for round in 0..50 {
            let db = town.site.db.clone();
            let patient = tokio::spawn({
                let db = db.clone();
                async move { write(&db, format!("patient-{round}"), true).await }
            });
            let hasty: Vec<_> = (0..4)
                .map(|i| {
                    let db = db.clone();
                    let time = Duration::from_micros(100 * (round * 7 + i * 150) % 3_000);
                    tokio::spawn(async move { timeout(time, write(&db, format!("hasty-{round}-{i}"), true)).await })
                })
                .collect();
            for one in hasty {
                drop(one.await.unwrap());
            }
            let done = timeout(Duration::from_secs(5), patient).await;
            assert!(done.expect("nobody waits forever").unwrap(), "round {round}");
        }
        assert_eq!(town.count("counters", "name LIKE 'patient-%'").await, 50);
    }

    async fn what_is_told_to_stay_is_there_for_whoever_looks(town: Town) {
        let writers: Vec<_> = (0..100)
            .map(|i| {
                let town = town.clone();
                tokio::spawn(async move {
                    assert!(write(&town.site.db, format!("seen-{i}"), true).await);
                    town.count("counters", &format!("name = 'seen-{i}'")).await
                })
            })
            .collect();
        for writer in writers {
            assert_eq!(writer.await.unwrap(), 1);
        }
    }
}

/// Whoever comes second finds everything made, and breaks off nothing.
#[tokio::test(flavor = "multi_thread")]
async fn of_several_that_start_at_once_on_an_empty_database_each_runs() {
    if std::env::var("TICKET_POOL_TEST").is_ok_and(|only| only == "sqlite") {
        eprintln!("not told on PostgreSQL: TICKET_POOL_TEST=sqlite");
        return;
    }
    let copy = Copy::empty(cluster()).await;
    let starting: Vec<_> = (0..4)
        .map(|_| {
            let url = copy.url();
            tokio::spawn(async move { Db::open(&DatabaseAt::Postgres(url)).await })
        })
        .collect();
    for one in starting {
        one.await.unwrap().expect("each starts").close().await.unwrap();
    }
    copy.remove().await;
}

fn read_only(town: Town) -> Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async move {
        let ready = async || town.browser().get("/readyz").await.status;
        assert_eq!(ready().await, StatusCode::OK);
        let fresh = town.with_settings(&[]);
        let (mut dana, mut asha) = (fresh.browser_of(&town.dana).await, fresh.browser_of(&town.asha).await);
        town.force("PRAGMA query_only = ON").await.unwrap();
        let answer = fresh.browser().get("/readyz").await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(answer.body, "nothing can be written to the database\n");
        // The worker finds it out, and admins read it on whatever page they are.
        let warns = |page: &Answer| page.text().contains("Nothing can be saved at the moment, by anyone.");
        assert!(!warns(&dana.get("/").await));
        try_to_write(&fresh.site).await;
        let page = dana.get("/events").await;
        assert!(warns(&page) && page.text().contains("readonly database"), "{}", page.text());
        assert!(!warns(&asha.get("/events").await), "others can do nothing about it");
    })
}

/// A deployment that deletes what it does not know takes the database away under the site, or puts another there.
fn gone(town: Town) -> Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async move {
        let list = Statement::from_string(DbBackend::Sqlite, "PRAGMA database_list");
        let row = town.site.db.read().query_one_raw(list).await.unwrap().unwrap();
        let file = PathBuf::from(row.try_get::<String>("", "file").unwrap());
        let aside = file.with_extension("aside");
        let ready = async || {
            let answer = town.with_settings(&[]).browser().get("/readyz").await;
            (answer.status, answer.body)
        };
        let elsewhere = "the file of the database was moved, removed, or replaced: what is saved now is lost\n";
        let not_ready = (StatusCode::SERVICE_UNAVAILABLE, elsewhere.to_owned());
        assert_eq!(ready().await, (StatusCode::OK, "ready\n".to_owned()));
        fs::rename(&file, &aside).unwrap();
        assert_eq!(ready().await, not_ready);
        try_to_write(&town.site).await;
        let known = town.site.unwritable.borrow().clone().unwrap();
        let told = format!("the file {} was moved, removed, or replaced while the site runs.", file.display());
        assert!(known.starts_with(&told), "{known}");
        fs::copy(&aside, &file).unwrap();
        assert_eq!(ready().await, not_ready, "a copy is another file");
        fs::rename(&aside, &file).unwrap();
        assert_eq!(ready().await.0, StatusCode::OK, "it is back");
        try_to_write(&town.site).await;
        assert_eq!(*town.site.unwritable.borrow(), None);
        fs::remove_file(&file).unwrap();
        assert_eq!(ready().await, not_ready);
    })
}

/// Whoever meets a full disk loses their own change and nothing else; once there is room everything goes on.
fn full(town: Town) -> Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async move {
        town.force("PRAGMA max_page_count = 1").await.unwrap();
        let form = |n: usize| person_form(&format!("Newcomer{n:04}"), Role::Member);
        let mut there = town.count("users", "1 = 1").await;
        let mut refused = None;
        for n in 0..3000 {
            match person::add(&town.site, &town.dana, &form(n)).await {
                Ok(_) => there += 1,
                Err(why) => {
                    refused = Some(why);
                    break;
                }
            }
        }
        let refused = refused.expect("it is full");
        assert!(format!("{refused:?}").contains("database or disk is full"), "{refused:?}");
        assert_eq!(town.count("users", "1 = 1").await, there, "nothing half done");
        for n in 4000..4003 {
            let again = person::add(&town.site, &town.dana, &form(n)).await.unwrap_err();
            assert!(format!("{again:?}").contains("database or disk is full"), "{again:?}");
        }
        town.force("PRAGMA max_page_count = 1000000").await.unwrap();
        for n in 5000..5003 {
            person::add(&town.site, &town.dana, &form(n)).await.unwrap();
        }
        assert_eq!(town.count("users", "1 = 1").await, there + 3);
        town.site.unwritable.send_replace(Some("it was full".to_owned()));
        try_to_write(&town.site).await;
        assert_eq!(*town.site.unwritable.borrow(), None);
    })
}

/// Asha writes, Ben and Chloé stand in line behind her, and Dana comes last with what cannot wait. Chloé takes long.
fn urgent(town: Town) -> Pin<Box<dyn Future<Output = ()> + Send>> {
    Box::pin(async move {
        let asha = town.site.db.write_tx().await.unwrap();
        let (tell, mut told) = mpsc::unbounded_channel();
        let write = |who: &'static str, is_urgent: bool, time: Duration| {
            let (db, tell) = (town.site.db.clone(), tell.clone());
            tokio::spawn(async move {
                let tx = if is_urgent { db.urgent_tx().await } else { db.write_tx().await }.unwrap();
                sleep(time).await;
                tell.send(format!("{who} writes")).unwrap();
                tx.commit().await.unwrap();
                tell.send(format!("{who}’s stays")).unwrap();
            })
        };
        let (soon, late) = (Duration::from_millis(30), Duration::from_millis(600));
        let ben = write("Ben", false, Duration::ZERO);
        sleep(soon).await;
        let chloe = write("Chloé", false, late);
        sleep(soon).await;
        let dana = write("Dana", true, Duration::ZERO);
        sleep(soon).await;
        asha.commit().await.unwrap();
        for one in [ben, chloe, dana] {
            one.await.unwrap();
        }
        drop(tell);
        let mut order = Vec::new();
        while let Some(one) = told.recv().await {
            order.push(one);
        }
        let place = |one: &str| order.iter().position(|other| other == one).unwrap();
        assert_eq!(place("Ben writes"), 0, "he stood at the door: {order:?}");
        assert!(place("Dana’s stays") < place("Chloé writes"), "{order:?}");
    })
}

#[test]
fn what_cannot_wait_is_written_before_those_in_line_and_stays_without_them() {
    run(Engine::Sqlite, urgent);
}

#[test]
fn after_the_disk_was_full_everything_goes_on() {
    run(Engine::Sqlite, full);
}

#[test]
fn a_site_whose_database_was_removed_or_replaced_under_it_is_not_ready() {
    run(Engine::Sqlite, gone);
}

#[test]
fn a_site_that_can_write_nothing_is_not_ready() {
    run(Engine::Sqlite, read_only);
}

#[test]
fn a_second_site_on_the_same_file_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let at = DatabaseAt::Sqlite(folder.path().join("tickets.db"));
    let first = only_one::claim(&at).unwrap();
    let refused = only_one::claim(&at).unwrap_err();
    assert!(refused.starts_with("another Ticket Pool runs on "), "{refused}");
    drop(first);
    assert!(only_one::claim(&at).is_ok(), "it ended");
    let nowhere = only_one::claim(&DatabaseAt::Sqlite(Path::new("/nowhere/tickets.db").into())).unwrap_err();
    assert_eq!(nowhere, "there is no folder /nowhere; make it, or set DATABASE to a file elsewhere");
}
