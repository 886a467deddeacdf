use std::{future::poll_fn, pin::pin, task::Poll, time::Duration};

use allocation::{Exact, Label, Request, RequestList, Slips, Tiers};
use tokio::time::timeout;

use super::{Comparisons, MOST_KEPT};

/// Asha's wish for a match with so many tickets.
fn list(tickets: u32) -> RequestList {
    let asha = Request {
        label: Label::parse("asha").unwrap(),
        tiers: Tiers::from_set([4, 2]).unwrap(),
        slips: Slips::ONE,
        balance: Exact::default(),
        since: Exact::default(),
        pinned: None,
    };
    RequestList::new(Label::parse("match").unwrap(), tickets, vec![asha]).unwrap()
}

impl Comparisons {
    fn kept(&self) -> usize {
        super::open(&self.kept).len()
    }
}

#[tokio::test]
async fn a_comparison_that_was_made_is_shown_while_another_is_made() {
    let comparisons = Comparisons::default();
    let first = comparisons.of(list(5)).await.unwrap();
    let _another = comparisons.making.lock().await;
    let again = timeout(Duration::from_secs(1), comparisons.of(list(5))).await;
    assert_eq!(again.expect("it is there already").unwrap(), first);
    let new = timeout(Duration::from_millis(100), comparisons.of(list(6))).await;
    assert!(new.is_err(), "two are made at once");
}

#[tokio::test]
async fn two_who_want_the_same_wait_for_one() {
    let comparisons = Comparisons::default();
    let (one, other) = tokio::join!(comparisons.of(list(5)), comparisons.of(list(5)));
    assert_eq!(one.unwrap(), other.unwrap());
    assert_eq!(comparisons.kept(), 1);
}

#[tokio::test]
async fn who_leaves_meanwhile_finds_it_when_they_come_back() {
    let comparisons = Comparisons::default();
    {
        let mut page = pin!(comparisons.of(list(5)));
        let waits = poll_fn(|context| Poll::Ready(page.as_mut().poll(context).is_pending())).await;
        assert!(waits);
    }
    let _made_by_then = comparisons.making.lock().await;
    assert_eq!(comparisons.kept(), 1);
}

#[tokio::test]
async fn the_latest_are_kept() {
    let comparisons = Comparisons::default();
    for tickets in 1..=u32::try_from(MOST_KEPT).unwrap() + 1 {
        comparisons.of(list(tickets)).await.unwrap();
    }
    assert_eq!(comparisons.kept(), MOST_KEPT);
    let _another = comparisons.making.lock().await;
    let latest = timeout(Duration::from_secs(1), comparisons.of(list(9))).await;
    assert!(latest.is_ok());
    let oldest = timeout(Duration::from_millis(100), comparisons.of(list(1))).await;
    assert!(oldest.is_err(), "the first made way for the ninth");
}

#[tokio::test]
async fn the_same_list_with_other_pins_is_another() {
    let comparisons = Comparisons::default();
    comparisons.of(list(5)).await.unwrap();
    let mut requests = list(5).requests().to_vec();
    requests[0].pinned = Some(2);
    let pinned = RequestList::new(Label::parse("match").unwrap(), 5, requests).unwrap();
    assert_eq!(pinned.digest(), list(5).digest());
    comparisons.of(pinned).await.unwrap();
    assert_eq!(comparisons.kept(), 2);
}
