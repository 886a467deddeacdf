//! Nothing leaves for an hour, or for half a day: everything waits as it is, and leaves when it can.

use std::collections::HashSet;

use chrono::TimeDelta;
use ticket_pool::server::{
    db::ways,
    mail::Class,
    services::sign_in::{self, Browser},
};

use super::relay::{Matter, Relay};
use crate::harness::Town;

/// Twelve messages wait and someone asks for a link while nothing leaves for so long. Then all of it leaves, the link first.
async fn an_outage(town: &Town, matter: Matter, lasts: TimeDelta) {
    town.post().await;
    let relay = Relay::of(town);
    relay.has(matter);
    town.write_to(town.otto.person, "outage", 12).await;
    let step = if lasts > TimeDelta::hours(2) { TimeDelta::minutes(1) } else { TimeDelta::seconds(5) };
    relay.works(town, lasts, step, None).await;
    sign_in::ask(&town.site, "asha@example.org", "/", &Browser::default()).await.unwrap();
    relay.works(town, TimeDelta::minutes(2), TimeDelta::seconds(5), None).await;
    assert_eq!(relay.taken().len(), 0);
    assert_eq!(town.standing("failed").await, 0, "nothing is given up");
    let probes = relay.handed().len();
    let minutes = usize::try_from(lasts.num_minutes()).unwrap();
    assert!(probes <= minutes + 12, "{probes} tries in {minutes} minutes");

    let came_back = town.now();
    relay.has(Matter::Nothing);
    relay.works(town, TimeDelta::minutes(1), TimeDelta::seconds(1), None).await;
    let taken = relay.taken();
    assert_eq!(taken.len(), 13, "{matter:?}");
    assert_eq!(taken[0].1.to_address, "asha@example.org");
    assert!(taken[0].0 - came_back <= TimeDelta::minutes(1));
    let ids: HashSet<_> = taken.iter().map(|(_, letter)| &letter.message_id).collect();
    assert_eq!(ids.len(), 13, "each once");
    assert_eq!(town.standing("waiting").await + town.standing("sending").await, 0);
}

both! {
    async fn an_hour_without_a_connection(town: Town) {
        an_outage(&town, Matter::Fails(Class::Unreachable), TimeDelta::hours(1)).await;
        assert_eq!(town.number("SELECT CAST(MAX(attempts) AS bigint) FROM outbox WHERE kind = 'test'").await, 1, "no tries are used up");
    }

    async fn half_a_day_without_a_connection(town: Town) {
        an_outage(&town, Matter::Fails(Class::Unreachable), TimeDelta::hours(12)).await;
    }

    async fn an_hour_in_which_the_account_is_paused(town: Town) {
        an_outage(&town, Matter::Fails(Class::Paused), TimeDelta::hours(1)).await;
    }

    async fn an_hour_in_which_every_letter_fails_there(town: Town) {
        an_outage(&town, Matter::Fails(Class::Faltering), TimeDelta::hours(1)).await;
    }

    /// Five may have left before it shows. They wait ten minutes, and while the relay says that it is down nobody tries more.
    async fn an_hour_in_which_nobody_answers(town: Town) {
        town.post().await;
        let relay = Relay::of(&town);
        relay.has(Matter::SaysItIsDown);
        town.write_to(town.otto.person, "outage", 12).await;
        relay.works(&town, TimeDelta::hours(1), TimeDelta::seconds(5), None).await;
        assert_eq!((relay.handed().len(), town.standing("failed").await), (5, 0));
        relay.has(Matter::Nothing);
        relay.works(&town, TimeDelta::minutes(1), TimeDelta::seconds(1), None).await;
        assert_eq!((relay.taken().len(), town.standing("sent").await), (12, town.count("outbox", "1 = 1").await));
    }

    async fn a_moment_without_a_connection_is_over_in_seconds(town: Town) {
        town.post().await;
        let relay = Relay::of(&town);
        relay.has(Matter::Fails(Class::Unreachable));
        town.write_to(town.otto.person, "moment", 3).await;
        relay.works(&town, TimeDelta::seconds(1), TimeDelta::seconds(1), None).await;
        assert_eq!(relay.handed().len(), 1);
        relay.has(Matter::Nothing);
        relay.works(&town, TimeDelta::seconds(6), TimeDelta::seconds(1), None).await;
        assert_eq!(relay.taken().len(), 3);
    }

    /// Nobody has these addresses, so there is nothing to see about the way from their messages.
    async fn askings_for_unknown_addresses_do_not_keep_a_way_down(town: Town) {
        town.post().await;
        let relay = Relay::of(&town);
        relay.has(Matter::Fails(Class::Unreachable));
        town.write_to(town.otto.person, "first", 1).await;
        relay.works(&town, TimeDelta::minutes(5), TimeDelta::seconds(5), None).await;
        for number in 0..3 {
            sign_in::ask(&town.site, &format!("nobody{number}@example.org"), "/", &Browser::default()).await.unwrap();
        }
        sign_in::ask(&town.site, "asha@example.org", "/", &Browser::default()).await.unwrap();
        relay.has(Matter::Nothing);
        relay.works(&town, TimeDelta::minutes(1), TimeDelta::seconds(1), None).await;
        assert_eq!(relay.taken().len(), 2);
    }

    async fn one_message_that_always_fails_there_is_no_outage(town: Town) {
        town.post().await;
        let relay = Relay::of(&town);
        relay.has(Matter::Fails(Class::Faltering));
        town.write_to(town.otto.person, "poison", 1).await;
        relay.works(&town, TimeDelta::minutes(20), TimeDelta::seconds(5), None).await;
        assert!(relay.handed().len() >= 4);
        assert_eq!(ways::find(town.site.db.read(), "console").await.unwrap().down, None);
    }

    async fn an_outage_has_a_beginning_a_reason_and_an_end_that_all_instances_see(town: Town) {
        town.post().await;
        let relay = Relay::of(&town);
        relay.has(Matter::Fails(Class::Unreachable));
        town.write_to(town.otto.person, "outage", 2).await;
        let began = town.now();
        relay.works(&town, TimeDelta::minutes(3), TimeDelta::seconds(5), None).await;
        let down = ways::find(town.site.db.read(), "console").await.unwrap().down.unwrap();
        assert_eq!((down.since, &*down.reason), (began, "It did not work."));
        // Two look at the same moment: one of them tries.
        let tries = relay.handed().len();
        town.wait(TimeDelta::minutes(1));
        let (one, other) = tokio::join!(
            ticket_pool::server::worker::deliver_due(&town.site, &relay),
            ticket_pool::server::worker::deliver_due(&town.site, &relay)
        );
        assert_eq!((one.unwrap() + other.unwrap(), relay.handed().len()), (1, tries + 1));
        relay.has(Matter::Nothing);
        relay.works(&town, TimeDelta::minutes(2), TimeDelta::seconds(5), None).await;
        let way = ways::find(town.site.db.read(), "console").await.unwrap();
        assert_eq!((way.down, way.up_since.is_some()), (None, true));
    }
}
