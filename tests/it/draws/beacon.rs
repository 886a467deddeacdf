//! Draws that wait for a round of the public beacon.

use ::allocation::{
    Randomness, Rule,
    beacon::{Round, Signature},
};
use chrono::{DateTime, TimeDelta, Utc};
use ticket_pool::{
    domain::{
        draw::{DrawForm, RoundForm, rule_key},
        event::EventForm,
        ids::EventId,
        typed::Problem,
    },
    error::{Obstacle, Refusal},
    server::services::{
        Done,
        allocation::Telling,
        draw::{self, Made},
        event, request,
    },
};

use crate::harness::{
    Town,
    beacon::{Host, chain, sign},
    event_form, refusal, wish,
};

const WAITS: Refusal = Refusal::NotNow { why: Obstacle::DrawWaits };

/// Otto's event whose draws take a round of drand, closed; Asha would take 4, or 2, and Bram 3, or 1.
async fn closed(town: &Town) -> EventId {
    town.closed_match_like(&EventForm { randomness: "drand".into(), ..event_form("Rovers v United") }).await
}

async fn order(town: &Town, event: EventId, reason: &str) -> Done<Made> {
    let version = town.event(event).await.board_version.to_string();
    let form = DrawForm { version, rule: rule_key(Rule::LOTTERY), reason: reason.into(), ..DrawForm::default() };
    draw::make(&town.site, &town.otto, event, &form).await
}

async fn paste(town: &Town, event: EventId, text: impl Into<String>) -> Done {
    draw::paste_round(&town.site, &town.otto, event, &RoundForm { signature: text.into() }).await
}

fn comes(round: Round) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(chain().instant(round)).unwrap()
}

both! {
    async fn a_draw_is_settled_before_its_round_and_made_by_itself_when_the_round_is_here(town: Town) {
        let town = town.with_hosts(&[Host::Honest]).await;
        let event = closed(&town).await;
        assert_eq!(order(&town, event, "").await.unwrap(), Made::Waits(1));
        let round = town.awaited(event).await;
        let after_close = comes(round) - town.now();
        assert!((TimeDelta::minutes(10)..TimeDelta::seconds(603)).contains(&after_close), "{after_close}");
        assert_eq!(draw::draw_due(&town.site).await.unwrap(), 0, "the round has not come");
        assert_eq!(town.count("draws", "1 = 1").await, 0);
        town.wait(after_close);
        assert_eq!(draw::draw_due(&town.site).await.unwrap(), 1);
        assert_eq!(draw::draw_due(&town.site).await.unwrap(), 0, "once");
        let record = town.record(event, 1).await;
        assert!(record.check(&mut |_, _, _| {}).unwrap().is_empty());
        let Randomness::Beacon(added) = record.draw.randomness() else { panic!("{:?}", record.draw.randomness()) };
        assert_eq!((added.round(), added.signature(), added.chain()), (round, sign(round), chain().hash));
        assert_eq!(record.draw.rule(), Rule::LOTTERY);
        town.put_draw(event).await.unwrap();
        assert_eq!(town.count("audit_log", "action IN ('draw.plan', 'draw.make')").await, 2);
    }

    async fn the_round_is_the_first_ten_minutes_after_the_close_and_moves_with_it(town: Town) {
        let form = EventForm { randomness: "drand".into(), ..event_form("Rovers v United") };
        let number = event::create(&town.site, &town.otto, &form).await.unwrap();
        let stored = town.event(number).await;
        let expected = |close: DateTime<Utc>| chain().at_or_after((close + TimeDelta::minutes(10)).timestamp_millis());
        let scheduled = stored.schedule.requests_close_at();
        assert_eq!(stored.named_round(&chain()), expected(scheduled));
        let later = EventForm {
            closes: "2026-12-05T18:00".into(),
            version: stored.version.to_string(),
            ..form
        };
        event::edit(&town.site, &town.otto, number, &later).await.unwrap();
        assert_eq!(town.event(number).await.named_round(&chain()), expected(scheduled + TimeDelta::days(1)));
        town.close(number).await;
        assert_eq!(town.event(number).await.named_round(&chain()), expected(town.now()), "closed by hand");
        event::open_again(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(town.event(number).await.named_round(&chain()), expected(scheduled + TimeDelta::days(1)));
        town.wait(TimeDelta::days(14) - TimeDelta::hours(18));
        event::close_due(&town.site).await.unwrap();
        assert_eq!(town.event(number).await.named_round(&chain()), expected(scheduled + TimeDelta::days(1)), "on time");
    }

    async fn a_draw_settled_later_takes_a_round_that_nobody_has_yet(town: Town) {
        let event = closed(&town).await;
        town.wait(TimeDelta::days(1));
        order(&town, event, "").await.unwrap();
        let ahead = comes(town.awaited(event).await) - town.now();
        assert!((TimeDelta::seconds(30)..TimeDelta::seconds(33)).contains(&ahead), "{ahead}");
    }

    async fn a_host_that_lies_or_fails_is_passed_over(town: Town) {
        let hosts = [Host::Broken, Host::Forging, Host::Ahead, Host::Babbling, Host::Endless, Host::Elsewhere];
        let alone = town.with_hosts(&hosts).await;
        let event = closed(&town).await;
        order(&town, event, "").await.unwrap();
        town.wait(TimeDelta::minutes(11));
        assert_eq!(draw::draw_due(&alone.site).await.unwrap(), 0);
        let all = alone.with_hosts(&[&hosts[..], &[Host::Honest]].concat()).await;
        assert_eq!(draw::draw_due(&all.site).await.unwrap(), 1);
        assert!(town.record(event, 1).await.check(&mut |_, _, _| {}).unwrap().is_empty());
    }

    async fn without_a_network_the_round_is_pasted(town: Town) {
        let event = closed(&town).await;
        assert_eq!(refusal(paste(&town, event, "00").await), Refusal::NotNow { why: Obstacle::DrawWaitsNoMore });
        order(&town, event, "").await.unwrap();
        let round = town.awaited(event).await;
        let right = sign(round).to_string();
        let before = Round::new(round.get() - 1).unwrap();
        let of_this = Problem::NotOfThisRound { round: round.get() };
        let no_signature = |seen: &str| Problem::NotASignature { seen: seen.chars().take(40).collect() };
        let infinity = format!("c0{}", "0".repeat(94));
        let off_curve = format!("{}ff", &right[..94]);
        let far = Round::new(1_000).unwrap();
        let wrong = [
            ("", Problem::Missing),
            ("  ", Problem::Missing),
            (&right[..95], no_signature(&right)),
            (&*format!("{right}0"), no_signature(&right)),
            ("banana", no_signature("banana")),
            (&*sign(before).to_string(), of_this.clone()),
            (&*infinity, of_this.clone()),
            (&*off_curve, of_this.clone()),
            // Quicknet's round 1000: rightly signed, of another chain.
            (
                "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39",
                of_this.clone(),
            ),
            ("{", no_signature("{")),
            (&*format!(r#"{{"round":1000,"signature":"{}"}}"#, sign(far)), Problem::OtherRound { seen: 1_000, round: round.get() }),
            (&*format!(r#"{{"round":{round},"signature":"{}"}}"#, sign(before)), of_this.clone()),
            (&*format!(r#"{{"round":{round},"signature":"short"}}"#), no_signature(&format!(r#"{{"round":{round},"signature":"short"}}"#))),
        ];
        for (text, problem) in wrong {
            assert_eq!(refusal(paste(&town, event, text).await), Refusal::field("signature", problem), "{text}");
        }
        assert_eq!(town.count("draws", "1 = 1").await, 0);
        // The site's clock stands an hour behind: what fits proves that the round has come.
        let whole = format!(r#" {{"round":{round},"randomness":"00","signature":"{}"}} "#, right.to_uppercase().to_lowercase());
        paste(&town, event, whole).await.unwrap();
        let record = town.record(event, 1).await;
        assert_eq!(record.draw.randomness().text(), chain().verify(round, &Signature::parse(&right).unwrap()).unwrap().to_string());
        assert_eq!(refusal(paste(&town, event, right).await), Refusal::NotNow { why: Obstacle::DrawWaitsNoMore });
    }

    async fn what_is_settled_stays_until_it_is_drawn(town: Town) {
        let event = closed(&town).await;
        order(&town, event, "").await.unwrap();
        let version = town.event(event).await.board_version.to_string();
        assert_eq!(refusal(order(&town, event, "").await), WAITS);
        assert_eq!(refusal(town.give(event, &[(&town.asha, Some(2))]).await), WAITS);
        assert_eq!(refusal(town.finalize(event, Telling::Changed).await), WAITS);
        assert_eq!(refusal(draw::take_off(&town.site, &town.otto, event, &version).await), Refusal::NotNow { why: Obstacle::BoardMovedOn });
        let olga = town.olga.person;
        let added = request::save(&town.site, &town.otto, event, olga, &wish(&[1], 0)).await;
        assert_eq!(refusal(added), WAITS);
        let removed = request::withdraw(&town.site, &town.otto, event, town.bram.person, "Asked twice.").await;
        assert_eq!(refusal(removed), WAITS);
        let mut form = event_form("Rovers v United");
        form.randomness = "drand".into();
        form.version = town.event(event).await.version.to_string();
        form.tickets = "7".into();
        assert_eq!(refusal(event::edit(&town.site, &town.otto, event, &form).await), WAITS);
        assert_eq!(refusal(paste(&town, event, "").await), Refusal::field("signature", Problem::Missing));
        let round = town.awaited(event).await;
        paste(&town, event, sign(round).to_string()).await.unwrap();
        town.put_draw(event).await.unwrap();
    }

    async fn opening_again_and_cancelling_call_off_what_waits(town: Town) {
        let town = town.with_hosts(&[Host::Honest]).await;
        let (opened, cancelled, deleted) = (closed(&town).await, closed(&town).await, closed(&town).await);
        for event in [opened, cancelled, deleted] {
            order(&town, event, "").await.unwrap();
        }
        event::open_again(&town.site, &town.otto, opened).await.unwrap();
        event::cancel(&town.site, &town.otto, cancelled).await.unwrap();
        event::delete(&town.site, &town.dana, deleted).await.unwrap();
        town.wait(TimeDelta::hours(1));
        assert_eq!(draw::draw_due(&town.site).await.unwrap(), 0);
        assert_eq!(town.count("draw_plans", "called_off_at IS NOT NULL").await, 2);
        event::restore(&town.site, &town.dana, deleted).await.unwrap();
        assert_eq!(draw::draw_due(&town.site).await.unwrap(), 1, "what lay in the trash waited");
        event::uncancel(&town.site, &town.otto, cancelled).await.unwrap();
        assert_eq!(draw::draw_due(&town.site).await.unwrap(), 0);
        order(&town, cancelled, "").await.unwrap();
        town.wait(TimeDelta::minutes(11));
        assert_eq!(draw::draw_due(&town.site).await.unwrap(), 1);
    }

    async fn a_draw_that_cannot_be_made_keeps_no_other_from_being_made(town: Town) {
        let town = town.with_hosts(&[Host::Honest]).await;
        let (broken, whole) = (closed(&town).await, closed(&town).await);
        for event in [broken, whole] {
            order(&town, event, "").await.unwrap();
        }
        town.force(&format!("UPDATE events SET sealed_with = 'another' WHERE id = {broken}")).await.unwrap();
        town.wait(TimeDelta::minutes(11));
        assert_eq!(draw::draw_due(&town.site).await.unwrap(), 1);
        assert!(town.record(whole, 1).await.check(&mut |_, _, _| {}).unwrap().is_empty());
        assert_eq!(town.count("draws", &format!("event_id = {broken}")).await, 0);
        let key = town.site.settings.secret_key.id();
        town.force(&format!("UPDATE events SET sealed_with = '{key}' WHERE id = {broken}")).await.unwrap();
        assert_eq!(draw::draw_due(&town.site).await.unwrap(), 1, "it waited");
    }

    async fn a_further_draw_has_a_round_of_its_own(town: Town) {
        let event = closed(&town).await;
        order(&town, event, "").await.unwrap();
        let first = town.awaited(event).await;
        paste(&town, event, sign(first).to_string()).await.unwrap();
        assert_eq!(refusal(order(&town, event, "").await), Refusal::field("reason", Problem::Missing));
        town.wait(TimeDelta::hours(2));
        assert_eq!(order(&town, event, "Somebody was left out.").await.unwrap(), Made::Waits(2));
        let second = town.awaited(event).await;
        assert!(second > first);
        paste(&town, event, sign(second).to_string()).await.unwrap();
        assert!(town.record(event, 2).await.check(&mut |_, _, _| {}).unwrap().is_empty());
    }

    async fn the_desk_says_what_the_draw_waits_for_and_takes_the_round_when_the_site_cannot_get_it(town: Town) {
        let event = closed(&town).await;
        let reached = town.with_hosts(&[Host::Honest]).await;
        order(&town, event, "").await.unwrap();
        let path = format!("/events/{event}/allocate/draw");
        let page = reached.browser_of(&town.otto).await.get(&path).await;
        assert!(page.text().contains("Draw 1 is settled"), "{}", page.text());
        assert_eq!(page.headers.get("refresh").unwrap(), "605");
        assert_eq!(page.count("form[action='/api/draw/paste'], form[action='/api/draw/make']"), 0);
        town.wait(TimeDelta::minutes(11));
        let mut otto = reached.browser_of(&town.otto).await;
        let page = otto.get(&path).await;
        assert_eq!(page.count("form[action='/api/draw/paste']"), 1, "{}", page.text());
        assert_eq!(page.headers.get("refresh"), None, "nothing that is typed is lost");
        let number = event.to_string();
        let refused = otto.post("/api/draw/paste", &[("event", &number), ("signature", "abc")]).await;
        let page = otto.get(refused.location()).await;
        assert!(page.text().contains("“abc” isn’t a round’s signature"), "{}", page.text());
        assert_eq!(page.count("input[name=signature][value=abc]"), 1);
    }
}
