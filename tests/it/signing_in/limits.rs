//! How often things may be done, by whom, and that nobody keeps anyone else out by doing them.

mod at_once;
mod changes;
mod codes;
mod mallory;
mod networks;
mod same_answer;

use chrono::TimeDelta;
use ticket_pool::{
    domain::person::Email,
    server::{
        auth::Actor,
        services::{
            set_up::command_link,
            sign_in::{self, Browser},
        },
    },
};

use super::browser_at;
use crate::harness::Town;

/// Asks for an address in a browser that has never been here.
async fn asks_from(town: &Town, email: &str, address: &str) {
    sign_in::ask(&town.site, email, "/", &browser_at(address)).await.unwrap();
}

/// How many askings for an address brought an email; those of welcome emails come from nowhere.
async fn admitted(town: &Town, email: &str) -> i64 {
    let asked = format!("email = '{email}' AND client <> '' AND id IN (SELECT attempt_id FROM outbox)");
    town.count("sign_in_attempts", &asked).await
}

/// A browser that someone has signed in with, now at another address and signed out.
async fn known_browser(town: &Town, who: &Actor, address: &str) -> Browser {
    let token = command_link(&town.site, &Email::parse(&who.email).unwrap()).await.unwrap();
    let signed_in = sign_in::redeem(&town.site, token.expose(), "", &browser_at("192.0.2.200")).await.unwrap();
    sign_in::sign_out(&town.site, &signed_in.session, None).await.unwrap();
    town.leave_out_command_notices().await;
    Browser { known: Some(signed_in.known), ..browser_at(address) }
}

both! {
    async fn one_client_asks_for_one_address_three_times_at_once_then_once_in_five_minutes(town: Town) {
        let mut seen = Vec::new();
        for wait in [0, 0, 0, 0, 299, 1, 0, 300] {
            town.wait(TimeDelta::seconds(wait));
            asks_from(&town, "asha@example.org", "192.0.2.7").await;
            seen.push(admitted(&town, "asha@example.org").await);
        }
        assert_eq!(seen, [1, 2, 3, 3, 3, 4, 4, 5]);
        assert_eq!(town.count("outbox", "kind = 'sign-in'").await, 5);
        asks_from(&town, "asha@example.org", "192.0.2.8").await;
        asks_from(&town, "bram@example.org", "192.0.2.7").await;
        assert_eq!((admitted(&town, "asha@example.org").await, admitted(&town, "bram@example.org").await), (6, 1));
    }

    async fn an_address_in_capitals_is_the_same_address(town: Town) {
        for email in ["asha@example.org", " ASHA@example.org", "Asha@Example.Org ", "asha@EXAMPLE.org"] {
            asks_from(&town, email, "192.0.2.7").await;
        }
        assert_eq!(admitted(&town, "asha@example.org").await, 3);
    }

    async fn one_address_is_asked_for_ten_times_from_anywhere_then_once_in_six_minutes(town: Town) {
        for number in 0..11 {
            asks_from(&town, "asha@example.org", &format!("192.0.2.{number}")).await;
        }
        assert_eq!(admitted(&town, "asha@example.org").await, 10);
        let mut seen = Vec::new();
        for (number, wait) in [(20, 359), (21, 1), (22, 0), (23, 360)] {
            town.wait(TimeDelta::seconds(wait));
            asks_from(&town, "asha@example.org", &format!("192.0.2.{number}")).await;
            seen.push(admitted(&town, "asha@example.org").await);
        }
        assert_eq!(seen, [10, 11, 11, 12]);
        asks_from(&town, "bram@example.org", "192.0.2.0").await;
        assert_eq!(admitted(&town, "bram@example.org").await, 1);
    }

    async fn where_asha_has_signed_in_before_she_can_ask_all_the_same(town: Town) {
        let asha = known_browser(&town, &town.asha, "192.0.2.100").await;
        let bram = known_browser(&town, &town.bram, "192.0.2.101").await;
        for number in 0..10 {
            asks_from(&town, "asha@example.org", &format!("192.0.2.{number}")).await;
        }
        let mut seen = Vec::new();
        for browser in [&bram, &asha, &asha, &asha, &asha] {
            sign_in::ask(&town.site, "asha@example.org", "/", browser).await.unwrap();
            seen.push(admitted(&town, "asha@example.org").await);
        }
        assert_eq!(seen, [10, 11, 12, 13, 13], "Bram's browser vouches for Bram; three at once hold for hers too");
    }

    async fn one_client_asks_sixty_times_at_once_then_every_two_seconds(town: Town) {
        for number in 0..61 {
            asks_from(&town, &format!("person{number}@example.org"), "192.0.2.7").await;
        }
        let from_there = "client = '192.0.2.7'";
        assert_eq!(town.count("sign_in_attempts", from_there).await, 60);
        let mut seen = Vec::new();
        for (number, wait) in [(100, 1_999), (101, 1), (102, 0), (103, 2_000)] {
            town.wait(TimeDelta::milliseconds(wait));
            asks_from(&town, &format!("person{number}@example.org"), "192.0.2.7").await;
            seen.push(town.count("sign_in_attempts", from_there).await);
        }
        assert_eq!(seen, [60, 61, 61, 62]);
        asks_from(&town, "asha@example.org", "192.0.2.8").await;
        assert_eq!(admitted(&town, "asha@example.org").await, 1);
    }

    async fn whoever_has_one_ipv6_address_of_a_network_has_them_all(town: Town) {
        for address in ["2001:db8:0:1::1", "2001:db8:0:1::2", "2001:db8:0:1:ffff::1", "2001:db8:0:1:1:2:3:4"] {
            town.browser_at(address).post("/api/sign-in/ask", &[("email", "asha@example.org")]).await;
        }
        assert_eq!(admitted(&town, "asha@example.org").await, 3);
        assert_eq!(town.count("sign_in_attempts", "client = '2001:db8:0:1::/64'").await, 4);
        town.browser_at("2001:db8:0:2::1").post("/api/sign-in/ask", &[("email", "asha@example.org")]).await;
        assert_eq!(town.count("sign_in_attempts", "client = '2001:db8:0:2::/64'").await, 1);
        assert_eq!(admitted(&town, "asha@example.org").await, 4);
    }
}
