//! The site's clock is an hour off, by mistake or on purpose: what of that can be used, and what shows.

use ::allocation::{
    Rule,
    statement::{Kind, StatementFile, against_record},
};
use chrono::{DateTime, TimeDelta, Utc};
use ticket_pool::{
    domain::event::EventForm,
    server::services::{draw, event, statements},
    words::grouped,
};

use super::{closed, file, of_kind, paste, settle};
use crate::harness::{
    beacon::{Host, chain},
    event_form,
};

/// When the one statement of a kind says that it was made.
fn at(file: &StatementFile, kind: Kind) -> DateTime<Utc> {
    let [one] = &of_kind(file, kind)[..] else { panic!("one {kind}") };
    one.at().parse().unwrap()
}

both! {
    /// For the world it is one o'clock, for the site noon: the round it takes, of ten past twelve, is known to
    /// everyone. Whoever uses that draws before the time of the round, and says so over a signature.
    async fn an_hour_behind_a_draw_is_stated_before_the_time_of_its_round(town: Town) {
        let number = closed(&town).await;
        settle(&town, number, Rule::LOTTERY).await.unwrap();
        let round = town.awaited(number).await;
        let comes = DateTime::from_timestamp_millis(chain().instant(round)).unwrap();
        assert!(comes > town.now() && comes < town.now() + TimeDelta::hours(1));
        paste(&town, number).await.unwrap();
        let said = file(&town, &town.asha, number).await;
        assert!(at(&said, Kind::Plan) < comes, "by the site's clock all is well");
        assert!(at(&said, Kind::Draw) < comes, "and yet it has what nobody can have at that time");
        // The record is sound: it is for the statements to tell.
        assert_eq!(against_record(&said, &town.record(number, 1).await).differences, Vec::new());
    }

    /// Who waits until the site's clock is there draws nothing suspicious. The email about the close then comes, by the
    /// clock of whoever gets it, after the round that it names.
    async fn an_hour_behind_the_email_about_the_close_names_a_round_that_is_past(town: Town) {
        let form = EventForm { randomness: "drand".into(), ..event_form("Rovers v United") };
        let number = event::create(&town.site, &town.otto, &form).await.unwrap();
        town.ask(number, &town.asha, &[2]).await.unwrap();
        event::close(&town.site, &town.otto, number).await.unwrap();
        let letters = town.post().await;
        let letter = letters.iter().find(|letter| letter.subject.starts_with("Requests are closed")).unwrap();
        let round = town.event(number).await.named_round(&chain());
        let says = format!("The draw waits for round {} of drand: Sunday, November 22, 2026, 12:10", grouped(round.get()));
        assert!(letter.text.contains(&says), "it arrives at one o'clock: {}", letter.text);
    }

    /// For the world it is eleven, for the site noon: the round comes an hour later than the site thinks. Nobody gives
    /// it before, and the draw waits.
    async fn an_hour_ahead_the_draw_waits_for_the_world(town: Town) {
        let town = town.with_hosts(&[Host::AnHourLater]).await;
        let number = closed(&town).await;
        settle(&town, number, Rule::LOTTERY).await.unwrap();
        town.wait(TimeDelta::minutes(11));
        assert_eq!(draw::draw_due(&town.site).await.unwrap(), 0, "no host has it");
        town.wait(TimeDelta::minutes(58));
        assert_eq!(draw::draw_due(&town.site).await.unwrap(), 0);
        town.wait(TimeDelta::minutes(2));
        assert_eq!(draw::draw_due(&town.site).await.unwrap(), 1);
        let said = file(&town, &town.asha, number).await;
        assert!(at(&said, Kind::Draw) - at(&said, Kind::Plan) > TimeDelta::hours(1));
        assert_eq!(against_record(&said, &town.record(number, 1).await).differences, Vec::new());
    }

    /// The order of the chain stays what it is, whatever the clock says: statements are numbered, not dated.
    async fn a_clock_put_back_is_seen_in_the_dates_of_the_chain(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        town.wait(TimeDelta::hours(-1));
        town.close(number).await;
        let said = file(&town, &town.asha, number).await;
        let (receipt, close) = (of_kind(&said, Kind::Receipt)[0].clone(), of_kind(&said, Kind::Close)[0].clone());
        assert!(receipt.number() < close.number() && receipt.at() > close.at());
        assert_eq!(statements::head(&town.site).await.unwrap().number, close.number());
    }
}
