//! What is in the hands of a relay before it has the letter: nothing.

use super::{
    letter, plainly,
    server::{Relay, Script},
};
use crate::server::mail::{Transport, smtp::line};

#[tokio::test]
async fn a_letter_that_is_only_begun_never_arrives() {
    let relay = Relay::new(Script::default());
    let smtp = plainly(&relay);
    drop(smtp.begin(&letter()).await.unwrap());
    assert_eq!(relay.heard().lines.last().map(String::as_str), Some("DATA"));
    assert_eq!(relay.heard().letters.len(), 0);
    // Nor does it stand in the way of the next.
    let begun = smtp.begin(&letter()).await.unwrap();
    assert_eq!(relay.heard().letters.len(), 0);
    begun.await.unwrap();
    assert_eq!((relay.heard().connections, relay.heard().letters.len()), (2, 1));
}

#[tokio::test]
async fn nothing_waits_on_the_line() {
    let relay = Relay::new(Script::default());
    let line = line::to(&[([127, 0, 0, 1], relay.port).into()]).await.unwrap();
    assert!(line.nodelay().unwrap());
}
