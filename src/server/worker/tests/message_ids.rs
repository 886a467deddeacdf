//! What a letter is called: one name for every try, another for every message.

use chrono::TimeDelta;
use serde_json::json;

use super::office::{Kept, Office};
use crate::{domain::message::Kind, server::mail::Class};

#[tokio::test]
async fn a_letter_that_is_tried_again_is_called_what_it_was_called_before() {
    let office = Office::new().await;
    let asha = office.person("asha", true).await;
    office.write(Kind::SignIn, "sign-in:1", Some(asha), json!({})).await;
    let transport = Kept::failing(&[Class::Retry]);
    office.round(&transport).await;
    office.clock.advance(TimeDelta::seconds(10));
    office.round(&transport).await;
    let [first, second] = &transport.letters()[..] else { panic!("two tries") };
    assert_ne!(first.text, second.text, "its secrets are new");
    assert_eq!(first.message_id, second.message_id);
    let (hash, domain) = first.message_id.strip_prefix('<').unwrap().split_once('@').unwrap();
    assert_eq!((hash.len(), domain), (32, "example.com>"));
    assert!(hash.bytes().all(|digit| digit.is_ascii_hexdigit()), "{hash}");
}

#[tokio::test]
async fn no_two_letters_are_called_the_same() {
    let office = Office::new().await;
    for name in ["asha", "ben", "chen"] {
        let person = office.person(name, true).await;
        office.result_for(person).await;
    }
    let transport = Kept::default();
    office.round(&transport).await;
    let names: std::collections::BTreeSet<_> =
        transport.letters().into_iter().map(|letter| letter.message_id).collect();
    assert_eq!(names.len(), 3, "{names:?}");
}
