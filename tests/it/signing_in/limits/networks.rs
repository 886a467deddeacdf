//! Whoever has a wide IPv6 network has many of those that count as one client.

use chrono::TimeDelta;

use super::{admitted, asks_from};
use crate::harness::Town;

const ASHA: &str = "asha@example.org";

/// Asks for other people's addresses, each from a /64 of its own; says how many askings were taken.
async fn asks_for_many(town: &Town, prefix: &str, many: u32) -> i64 {
    for number in 0..many {
        asks_from(town, &format!("person{number}@example.org"), &format!("{prefix}{number:x}::1")).await;
    }
    town.count("sign_in_attempts", "client <> ''").await
}

both! {
    async fn mallory_with_a_56_asks_in_ashas_name_six_times_at_once(town: Town) {
        for number in 0..16 {
            asks_from(&town, ASHA, &format!("2001:db8:0:{number:x}::1")).await;
        }
        assert_eq!(admitted(&town, ASHA).await, 6);
        asks_from(&town, ASHA, "2001:db8:0:100::1").await;
        assert_eq!(admitted(&town, ASHA).await, 7, "the /56 beside it");
        town.wait(TimeDelta::seconds(150));
        asks_from(&town, ASHA, "2001:db8:0:20::1").await;
        asks_from(&town, ASHA, "2001:db8:0:21::1").await;
        assert_eq!(admitted(&town, ASHA).await, 8);
    }

    async fn mallory_with_a_56_asks_a_hundred_and_twenty_times_at_once(town: Town) {
        assert_eq!(asks_for_many(&town, "2001:db8:0:", 130).await, 120);
    }

    async fn mallory_with_a_48_asks_two_hundred_and_forty_times_at_once(town: Town) {
        for (net, expected) in [("2001:db8:0:1", 100), ("2001:db8:0:2", 200), ("2001:db8:0:3", 240)] {
            for number in 0..100 {
                asks_from(&town, &format!("{net}{number}@example.org").replace(':', ""), &format!("{net}{number:02}::1")).await;
            }
            assert_eq!(town.count("sign_in_attempts", "client <> ''").await, expected, "{net}");
        }
        asks_from(&town, ASHA, "2001:db8:1:1::1").await;
        assert_eq!(admitted(&town, ASHA).await, 1, "the /48 beside it");
    }

    /// What one network is refused takes nothing from its neighbors.
    async fn one_who_knocks_all_day_does_not_use_up_what_the_neighbors_have(town: Town) {
        for _ in 0..500 {
            asks_from(&town, "bram@example.org", "2001:db8:0:1::1").await;
        }
        for number in 2..5 {
            asks_from(&town, ASHA, &format!("2001:db8:0:{number}::1")).await;
        }
        assert_eq!(admitted(&town, ASHA).await, 3);
    }
}
