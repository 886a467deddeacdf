//! Whether someone has an account shows neither in what is done nor in how long it takes.

use std::{
    sync::atomic::Ordering,
    time::{Duration, Instant},
};

use chrono::TimeDelta;
use ticket_pool::server::services::sign_in;

use crate::{harness::Town, signing_in::browser_at};

const PAIRS: u32 = 1_000;

/// How long asking for this address takes, from a network that has not asked before.
async fn ask(town: &Town, email: &str, number: u32) -> Duration {
    let browser = browser_at(&format!("10.{}.{}.1", number / 256, number % 256));
    let began = Instant::now();
    sign_in::ask(&town.site, email, "/", &browser).await.unwrap();
    began.elapsed()
}

/// The differences of paired timings, known minus unknown, in nanoseconds. Which comes first changes from pair to pair,
/// and not in step with anything.
async fn differences(town: &Town) -> Vec<i64> {
    let mut differences = Vec::new();
    let nanoseconds = |time: Duration| i64::try_from(time.as_nanos()).unwrap();
    for pair in 0..PAIRS {
        town.wait(TimeDelta::minutes(6));
        let known_first = (pair.wrapping_mul(2_654_435_761) >> 16) & 1 == 0;
        let (known, unknown) = if known_first {
            let known = ask(town, "asha@example.org", pair).await;
            (known, ask(town, "nobo@example.org", pair).await)
        } else {
            let unknown = ask(town, "nobo@example.org", pair).await;
            (ask(town, "asha@example.org", pair).await, unknown)
        };
        differences.push(nanoseconds(known) - nanoseconds(unknown));
    }
    differences
}

/// The two-sided p of Wilcoxon's signed-rank test (normal approximation; ties by their mean rank, zeros left out).
fn p_of_no_difference(differences: &[i64]) -> f64 {
    let mut sizes: Vec<(u64, bool)> =
        differences.iter().filter(|d| **d != 0).map(|d| (d.unsigned_abs(), *d > 0)).collect();
    sizes.sort_unstable();
    let real = |count: usize| f64::from(u32::try_from(count).unwrap());
    let n = real(sizes.len());
    let mut positive = 0.0;
    let mut at = 0;
    while at < sizes.len() {
        let same = sizes[at..].iter().take_while(|(size, _)| *size == sizes[at].0).count();
        let rank = real(2 * at + same + 1) / 2.0;
        positive += rank * real(sizes[at..at + same].iter().filter(|(_, up)| *up).count());
        at += same;
    }
    let mean = n * (n + 1.0) / 4.0;
    let deviation = (n * (n + 1.0) * (2.0 * n + 1.0) / 24.0).sqrt();
    2.0 * upper_tail(((positive - mean) / deviation).abs())
}

/// How likely a standard normal variable is above `z` (Abramowitz and Stegun 26.2.17, error below 7.5e-8).
fn upper_tail(z: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * z);
    let series = [0.319_381_530, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429];
    let sum = series.iter().rev().fold(0.0, |sum, factor| (sum + factor) * t);
    (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt() * sum
}

both! {
    /// A difference that is none shows in one of a hundred such tests: seen once, it is looked for again.
    async fn a_thousand_paired_timings_do_not_tell_known_from_unknown(town: Town) {
        town.post().await;
        let first = p_of_no_difference(&differences(&town).await);
        println!("p = {first:.4}");
        if first < 0.01 {
            let second = p_of_no_difference(&differences(&town).await);
            assert!(second >= 0.01, "known and unknown addresses take different times: p = {first:.5}, then {second:.5}");
        }
    }

    async fn that_no_mail_leaves_is_said_to_everyone_alike(town: Town) {
        for down in [true, false] {
            town.site.mail_is_down.store(down, Ordering::Relaxed);
            for email in ["asha@example.org", "nobody@example.org"] {
                let mut browser = town.browser();
                browser.post("/api/sign-in/ask", &[("email", email)]).await;
                let page = browser.get("/sign-in/check-mail").await.text();
                assert_eq!(page.contains("Email is delayed right now."), down, "{email}");
            }
        }
    }

    async fn asking_sends_the_same_statements_for_known_and_unknown(town: Town) {
        let mut sent = Vec::new();
        for (number, email) in (0..).zip(["asha@example.org", "nobody@example.org", "bram@example.org"]) {
            let before = town.site.db.statements();
            ask(&town, email, number).await;
            sent.push(town.site.db.statements() - before);
        }
        assert!(sent[0] > 3 && sent.iter().all(|count| *count == sent[0]), "{sent:?}");
    }
}

#[test]
fn the_rank_test_sees_a_difference_of_a_tenth_of_the_noise_and_none_where_there_is_none() {
    let noise = |n: i64| (n * 7_919 + (n * n) % 1_009 * 31) % 20_001 - 10_000;
    let none: Vec<i64> = (0..i64::from(PAIRS)).map(|n| if n % 2 == 0 { noise(n) } else { -noise(n - 1) }).collect();
    let some: Vec<i64> = none.iter().map(|d| d + 1_000).collect();
    assert!(p_of_no_difference(&none) > 0.5);
    assert!(p_of_no_difference(&some) < 0.01);
    assert!((upper_tail(1.959_964) - 0.025).abs() < 1e-6);
}
