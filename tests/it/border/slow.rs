//! Where the site itself is slow: nobody waits longer than fifteen seconds, and nobody is told that it was their fault.

use std::time::{Duration, Instant};

use axum::http::{StatusCode, header};
use tokio::time::sleep;

use crate::harness::{Engine, Town, run};

/// One story for one database: it takes fifteen seconds, and what is slow is the one writer of SQLite.
#[test]
fn an_answer_that_takes_longer_than_fifteen_seconds_is_503_and_says_when_to_try_again() {
    run(Engine::Sqlite, |town| Box::pin(slow(town)));
}

async fn slow(town: Town) {
    let mut asha = town.browser_of(&town.asha).await;
    // Someone writes for eight seconds before the form's first step (counting it), someone else before its second.
    let first = town.site.db.write_tx().await.unwrap();
    let began = Instant::now();
    let sent = tokio::spawn(async move { asha.post("/api/account/rename", &[("name", "Asha Rao")]).await });
    sleep(Duration::from_millis(500)).await;
    let site = town.site.clone();
    let second = tokio::spawn(async move { site.db.write_tx().await.unwrap() });
    sleep(Duration::from_millis(7_500)).await;
    drop(first);
    let second = second.await.unwrap();
    let answer = sent.await.unwrap();
    let took = began.elapsed();
    drop(second);
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{answer:?}");
    assert_eq!(answer.headers[header::RETRY_AFTER], "5");
    assert_eq!(answer.body, "This takes too long at the moment. Please try again in a few seconds.\n");
    assert!((Duration::from_millis(14_900)..Duration::from_secs(18)).contains(&took), "{took:?}");
    assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(town.actor("Asha").await.name, "Asha");
}
