//! How fast mail leaves.

use chrono::{DateTime, TimeDelta, Utc};

use crate::server::{
    db::ways::Way,
    worker::pace::{Pace, slow_down},
};

/// When so many mails leave, if each leaves as soon as it may.
fn leaving(way: &mut Way, pace: Pace, waited_for: bool, from: DateTime<Utc>, mails: usize) -> Vec<DateTime<Utc>> {
    let mut now = from;
    let mut left = Vec::new();
    while left.len() < mails {
        let free = pace.free(way, now);
        if if waited_for { free.waited_for } else { free.rest } {
            pace.spend(way, waited_for, now);
            left.push(now);
        } else {
            assert!(free.next > now, "it has to wait for something");
            now = free.next;
        }
    }
    left
}

fn noon() -> DateTime<Utc> {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

/// How many leave at most within any one second.
fn most_in_a_second(left: &[DateTime<Utc>]) -> usize {
    let within =
        |from: &DateTime<Utc>| left.iter().filter(|at| *at >= from && **at - *from < TimeDelta::seconds(1)).count();
    left.iter().map(within).max().unwrap()
}

#[test]
fn no_more_leave_within_a_second_than_the_other_side_takes() {
    for (takes, most) in [(0.5, 1), (1.0, 1), (2.0, 2), (10.0, 10), (14.0, 14), (50.0, 50), (200.0, 200)] {
        let left = leaving(&mut Way::default(), Pace::taking(takes), true, noon(), 500);
        let time = (left[499] - left[0]).as_seconds_f64();
        assert!(most_in_a_second(&left) <= most, "{takes} a second");
        let rate = 499.0 / time;
        assert!((0.6..=0.85).contains(&(rate / takes)), "{takes} a second: {rate}");
    }
}

#[test]
fn a_fifth_is_kept_for_whoever_waits() {
    let pace = Pace::taking(10.0);
    let mut way = Way::default();
    let left = leaving(&mut way, pace, false, noon(), 500);
    let rate = 499.0 / (left[499] - left[0]).as_seconds_f64();
    assert!((6.0..=6.5).contains(&rate), "{rate}");
    // In the midst of it someone asks for a link, and someone else every second.
    let mut now = left[499];
    for _ in 0..30 {
        let crowd = leaving(&mut way, pace, false, now, 6);
        now = crowd[5].max(now + TimeDelta::seconds(1));
        let asked = leaving(&mut way, pace, true, now, 1);
        assert!(asked[0] - now <= TimeDelta::milliseconds(250), "{}", asked[0] - now);
    }
}

#[test]
fn after_a_pause_a_crowd_is_let_out_one_after_the_other() {
    let left = leaving(&mut Way::default(), Pace::taking(50.0), false, noon(), 200);
    let at_once = left.iter().filter(|at| **at - noon() < TimeDelta::milliseconds(30)).count();
    assert_eq!(at_once, 3);
    // Where every fourth is 60 ms late, the pace is kept all the same.
    let (mut way, mut now, pace) = (Way::default(), noon(), Pace::taking(50.0));
    for mail in 0..200 {
        now = pace.free(&way, now).next.max(now) + TimeDelta::milliseconds(if mail % 4 == 0 { 60 } else { 0 });
        pace.spend(&mut way, false, now);
    }
    let rate = 200.0 / (now - noon()).as_seconds_f64();
    assert!((31.0..=33.0).contains(&rate), "{rate}");
}

#[test]
fn being_too_fast_halves_the_pace_for_a_while() {
    let pace = Pace::taking(10.0);
    let mut way = Way::default();
    let rate = |way: &Way, at| {
        let left = leaving(&mut way.clone(), pace, true, at, 40);
        39.0 / (left[39] - left[0]).as_seconds_f64()
    };
    let whole = rate(&way, noon());
    // Sixteen were under way, and all came back.
    for _ in 0..16 {
        slow_down(&mut way, noon());
    }
    assert!((rate(&way, noon()) / whole - 0.5).abs() < 0.05);
    slow_down(&mut way, noon() + TimeDelta::seconds(6));
    assert!((rate(&way, noon() + TimeDelta::seconds(6)) / whole - 0.25).abs() < 0.05);
    for minute in 1..50 {
        slow_down(&mut way, noon() + TimeDelta::seconds(6 * minute));
    }
    let later = noon() + TimeDelta::seconds(6 * 49);
    assert!(rate(&way, later) / whole > 0.01, "it never stands still");
    assert!((rate(&way, later + TimeDelta::minutes(10)) / whole - 1.0).abs() < 0.05);
}

#[test]
fn a_clock_that_is_set_back_stops_nothing() {
    let pace = Pace::taking(1.0);
    let mut way = Way::default();
    leaving(&mut way, pace, false, noon() + TimeDelta::hours(1), 20);
    let left = leaving(&mut way, pace, false, noon(), 2);
    assert!(left[1] - noon() < TimeDelta::seconds(5), "{}", left[1] - noon());
}
