//! Mail never goes faster than the other side takes it, and whoever waits for a link does not wait for a crowd.

use chrono::TimeDelta;
use ticket_pool::server::{
    services::sign_in::{self, Browser},
    worker::Pace,
};

use super::relay::{Matter, Relay};

both! {
    async fn at_one_a_second_of_a_hundred_and_fifty_none_is_refused(town: Town) {
        town.post().await;
        let relay = Relay::of(&town);
        relay.has(Matter::TakesOnly(1));
        town.write_to(town.otto.person, "crowd", 150).await;
        let pace = Some(Pace::taking(1.0));
        relay.works(&town, TimeDelta::minutes(5), TimeDelta::milliseconds(250), pace).await;
        assert_eq!((relay.taken().len(), relay.handed().len()), (150, 150));
        let time = relay.taken()[149].0 - relay.taken()[0].0;
        assert!(time <= TimeDelta::seconds(150 * 2), "{time}");
    }

    async fn a_link_never_waits_behind_a_crowd(town: Town) {
        town.post().await;
        let relay = Relay::of(&town);
        relay.has(Matter::TakesOnly(10));
        town.write_to(town.otto.person, "crowd", 150).await;
        let pace = Some(Pace::taking(10.0));
        relay.works(&town, TimeDelta::seconds(5), TimeDelta::milliseconds(50), pace).await;
        assert!((25..=45).contains(&relay.taken().len()), "{}", relay.taken().len());
        let asked = town.now();
        sign_in::ask(&town.site, "asha@example.org", "/", &Browser::default()).await.unwrap();
        relay.works(&town, TimeDelta::seconds(1), TimeDelta::milliseconds(50), pace).await;
        let link = relay.taken().into_iter().find(|(_, letter)| letter.to_address == "asha@example.org").unwrap();
        assert!(link.0 - asked <= TimeDelta::milliseconds(250), "{}", link.0 - asked);
        assert_eq!(relay.taken().len(), relay.handed().len(), "none is refused");
    }

    /// The account says ten a second and takes two: what came too fast waits, and uses up no tries.
    async fn where_the_other_side_takes_less_than_it_says_mail_slows_down(town: Town) {
        town.post().await;
        let relay = Relay::of(&town);
        relay.has(Matter::TakesOnly(2));
        town.write_to(town.otto.person, "crowd", 100).await;
        let pace = Some(Pace::taking(10.0));
        relay.works(&town, TimeDelta::minutes(3), TimeDelta::milliseconds(50), pace).await;
        assert_eq!((relay.taken().len(), town.standing("failed").await), (100, 0));
        let refused = relay.handed().len() - 100;
        assert!(refused <= 30, "{refused} were refused");
        assert_eq!(town.number("SELECT CAST(MAX(attempts) AS bigint) FROM outbox WHERE kind = 'test'").await, 1);
    }
}
