//! What comes of an asking for a link while nothing leaves.

use chrono::TimeDelta;
use ticket_pool::server::{
    mail::Class,
    services::sign_in::{self, Browser},
    worker,
};

use super::relay::{Matter, Relay};
use crate::signing_in::token_in;

const SHORT: TimeDelta = TimeDelta::seconds(5);

both! {
    async fn asked_for_three_times_in_an_outage_one_link_comes_and_it_works(town: Town) {
        town.post().await;
        let relay = Relay::of(&town);
        relay.has(Matter::Fails(Class::Unreachable));
        town.write_to(town.otto.person, "outage", 1).await;
        for _ in 0..3 {
            sign_in::ask(&town.site, "asha@example.org", "/", &Browser::default()).await.unwrap();
            relay.works(&town, TimeDelta::minutes(20), SHORT, None).await;
        }
        relay.has(Matter::Nothing);
        relay.works(&town, TimeDelta::minutes(1), SHORT, None).await;
        let ashas: Vec<_> = relay.taken().into_iter().filter(|(_, letter)| letter.to_address == "asha@example.org").collect();
        let [(_, letter)] = &ashas[..] else { panic!("one letter, not {}", ashas.len()) };
        assert!(letter.text.contains("It couldn’t be sent until now."), "{}", letter.text);
        assert_eq!(letter.subject, "Sign in to Ticket Pool", "its code would do nowhere");
        assert_eq!(town.count("outbox", "reason = 'They asked for another one.'").await, 2);
        // Her link lives for a quarter of an hour from now, although she asked long ago, and is not cleaned away before.
        worker::tidy(&town.site).await.unwrap();
        town.wait(TimeDelta::minutes(12));
        sign_in::redeem(&town.site, &token_in(&letter.text), "", &Browser::default()).await.unwrap();
    }

    /// Each browser takes the code of what it asked for itself; so both come.
    async fn asked_for_in_two_browsers_within_minutes_both_come(town: Town) {
        town.post().await;
        let relay = Relay::of(&town);
        relay.has(Matter::Fails(Class::Unreachable));
        town.write_to(town.otto.person, "outage", 1).await;
        let asked = sign_in::ask(&town.site, "asha@example.org", "/", &Browser::default()).await.unwrap();
        let same = Browser { binding: Some(asked.binding), ..Browser::default() };
        sign_in::ask(&town.site, "asha@example.org", "/", &same).await.unwrap();
        sign_in::ask(&town.site, "asha@example.org", "/", &Browser::default()).await.unwrap();
        relay.works(&town, TimeDelta::minutes(5), SHORT, None).await;
        relay.has(Matter::Nothing);
        relay.works(&town, TimeDelta::minutes(1), SHORT, None).await;
        let ashas = relay.taken().iter().filter(|(_, letter)| letter.to_address == "asha@example.org").count();
        assert_eq!(ashas, 2, "one for each browser");
    }

    async fn a_link_asked_for_a_day_ago_outlives_the_cleaning_up(town: Town) {
        town.post().await;
        let relay = Relay::of(&town);
        sign_in::ask(&town.site, "asha@example.org", "/", &Browser::default()).await.unwrap();
        town.wait(TimeDelta::hours(25));
        relay.works(&town, SHORT, SHORT, None).await;
        let [(_, letter)] = &relay.taken()[..] else { panic!("one letter") };
        town.wait(TimeDelta::minutes(10));
        worker::tidy(&town.site).await.unwrap();
        sign_in::redeem(&town.site, &token_in(&letter.text), "", &Browser::default()).await.unwrap();
    }
}
